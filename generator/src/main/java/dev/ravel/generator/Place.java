package dev.ravel.generator;

import java.util.List;

/**
 * A district in which people live.
 *
 * @param province the province, equal to the city for a municipality
 * @param city the city
 * @param district the district
 * @param code the six digits of the district in national identity numbers
 * @param diallingCode the area code of its landlines
 * @param weight how many live there, relative
 */
record Place(String province, String city, String district, String code, String diallingCode, int weight) {
    private static final List<String[]> ROWS = Tables.rows("places.tsv");
    private static final WeightedTable<Place> PLACES = new WeightedTable<>(
            ROWS.stream()
                    .map(row -> new Place(row[0], row[1], row[2], row[3], row[4], Integer.parseInt(row[5])))
                    .toList(),
            Place::weight);

    /** A district, as likely as it is populous. */
    static Place draw(Dice dice) {
        return PLACES.draw(dice);
    }

    /** Province, city and district in one text, a municipality named once. */
    String full() {
        return province.equals(city) ? city + district : province + city + district;
    }

    /** City and district, as people write it who leave the province out. */
    String withoutProvince() {
        return city + district;
    }
}
