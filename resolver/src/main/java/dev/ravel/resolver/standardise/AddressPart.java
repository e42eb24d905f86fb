package dev.ravel.resolver.standardise;

/** What a word of a postal address says, from the largest to the smallest. */
public enum AddressPart {
    /** Chinese province, autonomous region or municipality: {@code 广东}. */
    PROVINCE,
    /** Chinese city: {@code 广州}. */
    CITY,
    /** District or county: {@code 天河区}. */
    DISTRICT,
    /** Town, village or street office: {@code 张江镇}. */
    TOWN,
    /** Road, each of the words that name it: {@code 中山路}; {@code n} and {@code city} of {@code n city rd}. */
    ROAD,
    /** House number on the road, or the number of a lane: {@code 12号}, {@code 123弄}, {@code 1450}. */
    NUMBER,
    /** Housing estate, market or building by its name: {@code 阳光花园}. */
    ESTATE,
    /** Building of an estate or lane: {@code 3栋}. */
    BUILDING,
    /** Entrance of a building: {@code 2单元}. */
    UNIT,
    /** Floor: {@code 5层}. */
    FLOOR,
    /** Flat, suite or room: {@code 501室}, {@code 900} behind {@code Suite}. */
    ROOM,
    /** Postal code. */
    POSTCODE,
    /** A word of which it is not known. */
    OTHER;

    /** Whether it lies inside of what a house number names, so that its number is no house number. */
    boolean isInside() {
        return this == BUILDING || this == UNIT || this == FLOOR || this == ROOM;
    }
}
