package dev.ravel.generator;

import dev.ravel.model.location.GeoPoint;
import java.util.List;

/**
 * A Chinese postal address in the ways that systems write it.
 *
 * @param place the district
 * @param road the road
 * @param number the house number
 * @param estate the housing estate, empty for a shop on the street
 * @param building the building of the estate, 0 for none
 * @param room the room, 0 for none
 */
record Address(Place place, String road, int number, String estate, int building, int room) {
    private static final List<String> ROADS = Tables.lines("roads.txt");
    private static final List<String> ESTATES = Tables.lines("estates.txt");

    /** A flat in a housing estate. */
    static Address home(Dice dice) {
        return new Address(
                Place.draw(dice),
                dice.pick(ROADS),
                dice.between(1, 1999),
                dice.pick(ESTATES),
                dice.between(1, 40),
                dice.between(1, 32) * 100 + dice.between(1, 8));
    }

    /** A shop on the street. */
    static Address street(Dice dice) {
        return new Address(Place.draw(dice), dice.pick(ROADS), dice.between(1, 1999), "", 0, 0);
    }

    /** With everything: 广东省广州市天河区中山路12号阳光花园3栋501室. */
    String full() {
        return place.full() + local();
    }

    /** Without the province: 广州市天河区中山路12号阳光花园3栋501室. */
    String withoutProvince() {
        return place.withoutProvince() + local();
    }

    /** As a parcel label has it: parts apart, building and room joined by a hyphen. */
    String label() {
        String house = estate.isEmpty() ? "" : " " + estate + building + "-" + room;
        return place.city() + " " + place.district() + " " + road + number + "号" + house;
    }

    /**
     * Where it is: districts lie all over the country, the houses of one within some five kilometres, the buildings of an
     * estate at one place. Not where it is in the world.
     */
    GeoPoint point() {
        Dice district = Dice.of(0, Long.parseLong(place.code()));
        Dice house = Dice.of(road.hashCode(), estate.isEmpty() ? number : estate.hashCode() + (long) building);
        return new GeoPoint(
                23 + district.share() * 20 + (house.share() - 0.5) / 10,
                102 + district.share() * 18 + (house.share() - 0.5) / 10);
    }

    private String local() {
        String house = estate.isEmpty() ? "" : estate + building + "栋" + room + "室";
        return road + number + "号" + house;
    }
}
