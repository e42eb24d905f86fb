package dev.ravel.resolver.standardise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand behind a number in a Chinese address.
 *
 * @param written as it is found
 * @param standard as it is kept
 * @param part what a number with it says
 */
record AddressUnit(String written, String standard, AddressPart part) {
    static final String HOUSE = "号";
    static final String BUILDING = "栋";
    static final String ENTRANCE = "单元";
    static final String ROOM = "室";

    /** Longer ones before those that they begin with. */
    private static final List<AddressUnit> ALL = List.of(
            new AddressUnit("号楼", BUILDING, AddressPart.BUILDING),
            new AddressUnit("号院", HOUSE, AddressPart.NUMBER),
            new AddressUnit(HOUSE, HOUSE, AddressPart.NUMBER),
            new AddressUnit("弄", "弄", AddressPart.NUMBER),
            new AddressUnit(BUILDING, BUILDING, AddressPart.BUILDING),
            new AddressUnit("幢", BUILDING, AddressPart.BUILDING),
            new AddressUnit("座", BUILDING, AddressPart.BUILDING),
            new AddressUnit(ENTRANCE, ENTRANCE, AddressPart.UNIT),
            new AddressUnit("单", ENTRANCE, AddressPart.UNIT),
            new AddressUnit("层", "层", AddressPart.FLOOR),
            new AddressUnit("楼", "层", AddressPart.FLOOR),
            new AddressUnit(ROOM, ROOM, AddressPart.ROOM),
            new AddressUnit("房", ROOM, AddressPart.ROOM),
            new AddressUnit("户", ROOM, AddressPart.ROOM),
            new AddressUnit("期", "期", AddressPart.OTHER),
            new AddressUnit("区", "区", AddressPart.OTHER));

    /** The unit that stands at a place; null if there is none. */
    static @Nullable AddressUnit at(String text, int from) {
        for (AddressUnit unit : ALL) {
            if (text.startsWith(unit.written, from)) {
                return unit;
            }
        }
        return null;
    }
}
