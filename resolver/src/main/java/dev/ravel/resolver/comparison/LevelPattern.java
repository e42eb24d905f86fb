package dev.ravel.resolver.comparison;

/**
 * The levels of all comparisons of a pair, packed into one {@code long}: the agreement pattern of Fellegi and Sunter.
 * Level 0 stands for nothing to compare, level {@code n} for the {@code n}-th of {@link Comparison#levels()}. Pairs that
 * agree in the same way have equal patterns, so counts of patterns are all that training needs.
 */
public final class LevelPattern {
    private static final Comparison[] COMPARISONS = Comparison.values();
    private static final int[] SHIFTS = new int[COMPARISONS.length];
    private static final int[] MASKS = new int[COMPARISONS.length];

    static {
        int shift = 0;
        for (Comparison comparison : COMPARISONS) {
            int bits = Integer.SIZE
                    - Integer.numberOfLeadingZeros(comparison.levels().size());
            SHIFTS[comparison.index()] = shift;
            MASKS[comparison.index()] = (1 << bits) - 1;
            shift += bits;
        }
        if (shift > Long.SIZE) {
            throw new IllegalStateException("the levels of all comparisons need " + shift + " bits");
        }
    }

    private LevelPattern() {}

    /** The level of a comparison in a pattern. */
    public static int level(long pattern, Comparison comparison) {
        return (int) (pattern >>> SHIFTS[comparison.index()]) & MASKS[comparison.index()];
    }

    /** A pattern with one comparison's level set; it must not be set yet. */
    public static long with(long pattern, Comparison comparison, int level) {
        return pattern | (long) level << SHIFTS[comparison.index()];
    }

    /** The level number of a level's name. */
    public static int number(Comparison comparison, String level) {
        int index = comparison.levels().indexOf(level);
        if (index < 0) {
            throw new IllegalArgumentException(comparison.label() + " has no level " + level);
        }
        return index + 1;
    }
}
