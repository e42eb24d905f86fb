package dev.ravel.resolver.standardise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The provinces and prefecture-level cities of China by their short names, and where a text begins with one. */
final class ChinesePlaces {
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 4;

    /** What may follow a name and says no more than its rank; longer ones first. */
    private static final List<String> RANKS = List.of("维吾尔自治区", "特别行政区", "壮族自治区", "回族自治区", "自治区", "地区", "省", "市");

    /** What stands between the name of a road and {@code 路} or {@code 大街}: {@code 南京东路}, {@code 北京西大街}. */
    private static final String SIDES = "东西南北中大";

    private final Set<String> provinces = new HashSet<>();
    private final Set<String> cities = new HashSet<>();

    private ChinesePlaces() {}

    static ChinesePlaces shipped() {
        ChinesePlaces places = new ChinesePlaces();
        for (String line : WordList.lines("chinese-places.txt")) {
            int equals = line.indexOf('=');
            places.provinces.add(line.substring(0, equals));
            places.cities.addAll(List.of(line.substring(equals + 1).split(",")));
        }
        return places;
    }

    boolean isProvince(String name) {
        return provinces.contains(name);
    }

    boolean isCity(String name) {
        return cities.contains(name);
    }

    /**
     * How long the name of a province or city is that a text begins with at a place, its rank left out; 0 if there is
     * none. What goes on as the name of something else ({@code 南京东路}, {@code 上海路}, {@code 中山公园}) is none: without a
     * rank behind it the next word must be longer than that.
     */
    int lengthAt(String text, int from) {
        for (int length = MAX_LENGTH; length >= MIN_LENGTH; length--) {
            int end = from + length;
            if (end <= text.length()) {
                String name = text.substring(from, end);
                if ((isProvince(name) || isCity(name)) && (rankAt(text, end) > 0 || standsAlone(text, end))) {
                    return length;
                }
            }
        }
        return 0;
    }

    /** How long the rank is that stands at a place; 0 if there is none. */
    static int rankAt(String text, int from) {
        for (String rank : RANKS) {
            if (text.startsWith(rank, from)) {
                return rank.length();
            }
        }
        return 0;
    }

    private static boolean standsAlone(String text, int end) {
        int divider = end;
        while (divider < text.length() && FoldedText.isHan(text.charAt(divider))) {
            char c = text.charAt(divider);
            if (ChineseAddress.DIVIDERS.indexOf(c) >= 0) {
                int before = divider - end;
                boolean roadOfThatName = ChineseAddress.ROADS.indexOf(c) >= 0
                        && before == MIN_LENGTH
                        && SIDES.indexOf(text.charAt(end)) >= 0;
                return before >= MIN_LENGTH && !roadOfThatName;
            }
            divider++;
        }
        return divider == end;
    }
}
