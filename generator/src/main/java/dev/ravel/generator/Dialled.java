package dev.ravel.generator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that generated customers or their records have more or less often, at a share from 0 to 1: a circumstance of
 * commerce ({@link Dial}), how often systems know a thing or write it in some way ({@link BaseRate}), or a way in which they
 * spoil what they pass on ({@link WritingFlaw}). Names are unique among all of them.
 */
public sealed interface Dialled permits Dial, BaseRate, WritingFlaw {
    /** Its name, in capitals. */
    String name();

    /** The share at which it is by itself, from 0 to 1. */
    double usual();

    /** What there is more of at a higher share, in one line. */
    String meaning();

    /** All there are: circumstances, base rates, flaws, each in the order in which they are listed. */
    static List<Dialled> all() {
        return Stream.of(Dial.values(), BaseRate.values(), WritingFlaw.values())
                .<Dialled>flatMap(Arrays::stream)
                .toList();
    }

    /**
     * The share, checked.
     *
     * @throws IllegalArgumentException if it is none
     */
    default double checked(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, " + name() + " cannot be " + share);
        }
        return share;
    }
}
