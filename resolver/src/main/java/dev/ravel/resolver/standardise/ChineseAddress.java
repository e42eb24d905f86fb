package dev.ravel.resolver.standardise;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an address with Chinese characters word by word: province, city, district, road, number, estate, building, entrance,
 * floor and room, divided at the characters that end their names. The ranks of places (省, 市, 县) are left out, since many
 * leave them out, and what is inside of an estate is written one way: {@code 3号楼2单元501}, {@code 三幢2单501房} and, behind the
 * name of the estate, {@code 3-2-501} are {@code 3栋 2单元 501室}. One reader reads one text.
 */
final class ChineseAddress {
    /** Characters that end the names of roads. */
    static final String ROADS = "路街巷道";

    /** Characters that end the names of places and roads. */
    static final String DIVIDERS = "省市区县镇乡村" + ROADS;

    private static final String RANKS = "省市县";
    private static final String TOWNS = "镇乡村";
    private static final List<String> ESTATES = List.of("小区", "社区", "园区", "厂区", "校区", "新村");
    private static final List<String> ROAD_NAMES = List.of("胡同", "大街");
    private static final String COUNTRY = "中国";
    private static final int POSTCODE_LENGTH = 6;
    private static final int MIN_ROOM_LENGTH = 3;
    private static final int MAX_BLOCK_LETTERS = 2;

    private final String text;
    private final ChinesePlaces places;
    private final List<AddressWord> words = new ArrayList<>();
    private int at;

    private ChineseAddress(String text, ChinesePlaces places) {
        this.text = text;
        this.places = places;
    }

    /**
     * The words of an address in order.
     *
     * @param folded the folded text
     */
    static List<AddressWord> words(String folded, ChinesePlaces places) {
        ChineseAddress reader = new ChineseAddress(folded, places);
        while (reader.at < folded.length()) {
            reader.next();
        }
        return reader.words;
    }

    private void next() {
        char c = text.charAt(at);
        ChineseNumber number = ChineseNumber.at(text, at);
        if (number != null) {
            at = number.end();
            numbered(number.digits());
        } else if (FoldedText.isHan(c)) {
            named();
        } else if (Character.isLetterOrDigit(c)) {
            lettered();
        } else {
            at++;
        }
    }

    /** A word of letters and digits, and the unit behind it. */
    private void lettered() {
        int from = at;
        while (at < text.length() && belongs(from)) {
            at++;
        }
        numbered(text.substring(from, at));
    }

    private boolean belongs(int from) {
        char c = text.charAt(at);
        boolean joins = c == '-'
                && at > from
                && isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1));
        return joins || (Character.isLetterOrDigit(c) && !FoldedText.isHan(c));
    }

    private void numbered(String number) {
        boolean counts = isDigit(number.charAt(0)) || number.length() <= MAX_BLOCK_LETTERS;
        AddressUnit unit = counts ? AddressUnit.at(text, at) : null;
        if (unit == null) {
            bare(number);
            return;
        }
        at += unit.written().length();
        boolean inside = unit.part() == AddressPart.NUMBER && has(AddressPart.NUMBER);
        add(number + unit.standard(), inside ? AddressPart.BUILDING : unit.part());
    }

    /** A number without a unit: what it is follows from what is before it. */
    private void bare(String number) {
        AddressPart before = words.isEmpty()
                ? AddressPart.OTHER
                : words.get(words.size() - 1).part();
        if (!isDigit(number.charAt(0))) {
            add(number, AddressPart.OTHER);
        } else if (number.length() == POSTCODE_LENGTH && number.indexOf('-') < 0) {
            add(number, AddressPart.POSTCODE);
        } else if (before == AddressPart.ROAD) {
            add(number + AddressUnit.HOUSE, AddressPart.NUMBER);
        } else if (before == AddressPart.ESTATE && number.indexOf('-') > 0) {
            String[] parts = number.split("-");
            add(parts[0] + AddressUnit.BUILDING, AddressPart.BUILDING);
            for (int i = 1; i + 1 < parts.length; i++) {
                add(parts[i] + AddressUnit.ENTRANCE, AddressPart.UNIT);
            }
            add(parts[parts.length - 1] + AddressUnit.ROOM, AddressPart.ROOM);
        } else if (before.isInside() || (before == AddressPart.ESTATE && number.length() >= MIN_ROOM_LENGTH)) {
            add(number + AddressUnit.ROOM, AddressPart.ROOM);
        } else {
            add(number, AddressPart.OTHER);
        }
    }

    /** A word of Chinese characters, up to and with the character that ends it. */
    private void named() {
        if (isAmongPlaces()) {
            int length = places.lengthAt(text, at);
            if (length > 0) {
                place(text.substring(at, at + length));
                at += length;
                at += ChinesePlaces.rankAt(text, at);
                return;
            }
        }
        int from = at;
        at++;
        while (at < text.length() && FoldedText.isHan(text.charAt(at)) && ChineseNumber.at(text, at) == null) {
            char c = text.charAt(at++);
            if (DIVIDERS.indexOf(c) >= 0) {
                if (c == '街' && at < text.length() && text.charAt(at) == '道') {
                    at++;
                }
                break;
            }
        }
        String word = text.substring(from, at);
        AddressPart part = partOf(word);
        boolean ranked = word.length() > 2 && RANKS.indexOf(word.charAt(word.length() - 1)) >= 0;
        add(ranked ? word.substring(0, word.length() - 1) : word, part);
    }

    /** Whether nothing but provinces and cities has come. */
    private boolean isAmongPlaces() {
        for (AddressWord word : words) {
            if (word.part() != AddressPart.PROVINCE && word.part() != AddressPart.CITY) {
                return false;
            }
        }
        return true;
    }

    private void place(String name) {
        boolean province = places.isProvince(name) && !has(AddressPart.PROVINCE);
        boolean repeated = !province && !places.isCity(name);
        if (!repeated) {
            add(name, province ? AddressPart.PROVINCE : AddressPart.CITY);
        }
    }

    private AddressPart partOf(String word) {
        char last = word.charAt(word.length() - 1);
        if (ESTATES.stream().anyMatch(word::endsWith)) {
            return AddressPart.ESTATE;
        }
        if (ROADS.indexOf(last) >= 0 || ROAD_NAMES.stream().anyMatch(word::endsWith)) {
            return word.endsWith("街道") ? AddressPart.TOWN : AddressPart.ROAD;
        }
        if (TOWNS.indexOf(last) >= 0) {
            return AddressPart.TOWN;
        }
        return switch (last) {
            case '省' -> AddressPart.PROVINCE;
            case '市' -> has(AddressPart.CITY) ? AddressPart.DISTRICT : AddressPart.CITY;
            case '区', '县' -> AddressPart.DISTRICT;
            default -> has(AddressPart.ROAD) || has(AddressPart.DISTRICT) ? AddressPart.ESTATE : AddressPart.OTHER;
        };
    }

    private boolean has(AddressPart part) {
        for (AddressWord word : words) {
            if (word.part() == part) {
                return true;
            }
        }
        return false;
    }

    private void add(String word, AddressPart part) {
        if (!word.equals(COUNTRY)) {
            words.add(new AddressWord(word, part));
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
