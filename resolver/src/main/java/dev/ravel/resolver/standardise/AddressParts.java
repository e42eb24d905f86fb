package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a postal address that tell one place from another, each empty where the address does not say it. A number
 * that has a unit keeps it, {@code 12号}.
 *
 * @param city the Chinese city or municipality
 * @param road the words that tell the road from others, without {@code Street} and its like
 * @param number the house number
 * @param estate the housing estate, market or building by its name
 * @param building the number of a building of an estate or lane
 * @param entrance the entrance of a building
 * @param floor the floor
 * @param room the flat, suite or room
 * @param postcode the postal code
 */
public record AddressParts(
        String city,
        List<String> road,
        String number,
        String estate,
        String building,
        String entrance,
        String floor,
        String room,
        String postcode) {
    private static final int SHORT = 2;

    public AddressParts {
        road = List.copyOf(road);
    }

    /** The parts among the words of an address; of several words of a part the first, of the road all. */
    static AddressParts of(List<AddressWord> words) {
        String city = first(words, AddressPart.CITY);
        return new AddressParts(
                city.isEmpty() ? first(words, AddressPart.PROVINCE) : city,
                road(words),
                first(words, AddressPart.NUMBER),
                first(words, AddressPart.ESTATE),
                first(words, AddressPart.BUILDING),
                first(words, AddressPart.UNIT),
                first(words, AddressPart.FLOOR),
                first(words, AddressPart.ROOM),
                first(words, AddressPart.POSTCODE));
    }

    /** Short words (directions, numbers) count only where a road has no others: {@code 4th st}, {@code n city rd}. */
    private static List<String> road(List<AddressWord> words) {
        List<String> road = new ArrayList<>();
        boolean named = false;
        for (AddressWord word : words) {
            if (word.part() == AddressPart.ROAD) {
                road.add(word.text());
                named |= word.text().length() > SHORT;
            }
        }
        if (named) {
            road.removeIf(word -> word.length() <= SHORT);
        }
        return road;
    }

    private static String first(List<AddressWord> words, AddressPart part) {
        for (AddressWord word : words) {
            if (word.part() == part) {
                return word.text();
            }
        }
        return "";
    }

    /** Whether a word is the number of a building, entrance, floor or room, and not of the house. */
    boolean isInside(String word) {
        return !word.equals(number)
                && (word.equals(room) || word.equals(building) || word.equals(entrance) || word.equals(floor));
    }
}
