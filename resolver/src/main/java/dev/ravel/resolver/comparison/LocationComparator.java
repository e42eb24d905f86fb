package dev.ravel.resolver.comparison;

import dev.ravel.model.record.RecordType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.StandardLocation;
import java.util.List;

/**
 * How far two places are apart; of several the nearest two count. Satellites and map makers agree to some ten metres, so
 * what is within fifty may be one door. A place says only what the postal addresses have not said: nothing where both say
 * that the two are at one place, and nothing where both say that they are not.
 */
final class LocationComparator {
    static final int SAME_SPOT = LevelPattern.number(Comparison.LOCATION, "sameSpot");
    static final int NEARBY = LevelPattern.number(Comparison.LOCATION, "nearby");
    static final int SAME_AREA = LevelPattern.number(Comparison.LOCATION, "sameArea");
    static final int FAR = LevelPattern.number(Comparison.LOCATION, "far");

    /** Two organisations that are not at one place: outlets of a chain are near each other in every town. */
    static final int OTHER_OUTLET = LevelPattern.number(Comparison.LOCATION, "otherOutlet");

    private static final double SPOT_METRES = 50;
    private static final double NEARBY_METRES = StandardLocation.CELL_REACH_METRES;
    private static final double AREA_METRES = 3000;

    private LocationComparator() {}

    /**
     * The level without regard to who is there; 0 if there is nothing to compare, or nothing that the addresses have not
     * said.
     *
     * @param address the level of {@link Comparison#ADDRESS}, likewise without regard to who lives there
     */
    static int compare(LiveRecord a, LiveRecord b, int address) {
        double metres = metres(a, b);
        if (Double.isNaN(metres)) {
            return 0;
        }
        boolean sameStreet = address != 0 && address <= AddressComparator.SAME_STREET;
        if (sameStreet && metres <= AREA_METRES) {
            return 0;
        }
        int level = level(a, b, metres);
        boolean apart = level == FAR || level == OTHER_OUTLET;
        if (address > AddressComparator.SAME_LOCALITY && apart) {
            return 0;
        }
        return address == AddressComparator.SAME_LOCALITY && level == SAME_AREA ? 0 : level;
    }

    private static int level(LiveRecord a, LiveRecord b, double metres) {
        if (metres <= SPOT_METRES) {
            return SAME_SPOT;
        }
        if (metres <= NEARBY_METRES) {
            return NEARBY;
        }
        if (a.standard().type() == RecordType.ORGANIZATION && b.standard().type() == RecordType.ORGANIZATION) {
            return OTHER_OUTLET;
        }
        return metres <= AREA_METRES ? SAME_AREA : FAR;
    }

    /** The least distance; not a number if either has no place. */
    private static double metres(LiveRecord a, LiveRecord b) {
        List<StandardLocation> left = a.standard().values().locations();
        List<StandardLocation> right = b.standard().values().locations();
        double least = Double.NaN;
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double metres = left.get(i).metresTo(right.get(j));
                least = least <= metres ? least : metres;
            }
        }
        return least;
    }
}
