package dev.ravel.generator;

import java.util.HashMap;
import java.util.Map;

/** At which share each circumstance and each base rate is. Immutable. */
public final class Dials {
    /** All as they are by themselves. */
    public static final Dials USUAL = new Dials(Map.of());

    private final Map<Dialled, Double> turned;

    private Dials(Map<Dialled, Double> turned) {
        this.turned = turned;
    }

    /**
     * The same with a circumstance turned to a share.
     *
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public Dials with(Dial dial, double share) {
        return turned(dial, share);
    }

    /**
     * The same with a base rate turned to a share.
     *
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public Dials with(BaseRate rate, double share) {
        return turned(rate, share);
    }

    private Dials turned(Dialled dialled, double share) {
        Map<Dialled, Double> others = new HashMap<>(turned);
        others.put(dialled, dialled.checked(share));
        return new Dials(others);
    }

    /** The share of a circumstance. */
    public double share(Dial dial) {
        return turned.getOrDefault(dial, dial.usual());
    }

    /** The share of a base rate. */
    public double share(BaseRate rate) {
        return turned.getOrDefault(rate, rate.usual());
    }
}
