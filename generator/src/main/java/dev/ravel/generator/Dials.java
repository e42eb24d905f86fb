package dev.ravel.generator;

import java.util.EnumMap;
import java.util.Map;

/** At which share each circumstance is. Immutable. */
public final class Dials {
    /** All as they are by themselves. */
    public static final Dials USUAL = new Dials(new EnumMap<>(Dial.class));

    private final Map<Dial, Double> turned;

    private Dials(Map<Dial, Double> turned) {
        this.turned = turned;
    }

    /** The same with one turned to a share from 0 to 1. */
    public Dials with(Dial dial, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, " + dial + " cannot be " + share);
        }
        Map<Dial, Double> others = new EnumMap<>(Dial.class);
        others.putAll(turned);
        others.put(dial, share);
        return new Dials(others);
    }

    /** The share of a circumstance. */
    public double share(Dial dial) {
        return turned.getOrDefault(dial, dial.usual());
    }
}
