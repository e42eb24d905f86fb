package dev.ravel.bench.components;

import java.util.SplittableRandom;

/**
 * The edges of an identity graph: as many records as edges, most of them in groups of a few, each joined to an earlier record of its group.
 * What is left over are second edges inside a group.
 *
 * @param nodes the records are numbered from 0 to before this
 * @param from one end of each edge
 * @param to the other
 */
record Edges(int nodes, int[] from, int[] to) {
    /** A group has one to this many records, each size equally often; the mean is 4.5, as of a customer of several systems. */
    private static final int LARGEST_GROUP = 8;

    /** An odd factor of the scattering. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /**
     * Edges of a seed.
     *
     * @param count how many edges, and how many records
     * @param scattered whether the records of a group have numbers far apart, so that each edge is a miss of the caches,
     *     and not numbers that follow each other
     */
    static Edges generate(long seed, int count, boolean scattered) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] from = new int[count];
        int[] to = new int[count];
        int edge = 0;
        int groupStart = 0;
        while (edge < count) {
            int size = 1 + random.nextInt(LARGEST_GROUP);
            int end = Math.min(count, groupStart + size);
            for (int record = groupStart + 1; record < end && edge < count; record++) {
                edge = put(from, to, edge, record, groupStart + random.nextInt(record - groupStart));
            }
            if (end - groupStart > 1 && edge < count) {
                int record = groupStart + 1 + random.nextInt(end - groupStart - 1);
                edge = put(from, to, edge, record, groupStart);
            }
            groupStart = end == count ? 0 : end;
        }
        Edges edges = new Edges(count, from, to);
        if (scattered) {
            edges.scatter();
        }
        return edges;
    }

    private static int put(int[] from, int[] to, int edge, int a, int b) {
        from[edge] = a;
        to[edge] = b;
        return edge + 1;
    }

    /** Gives the records other numbers, each once: multiplying by an odd factor permutes the numbers below a power of two. */
    private void scatter() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(nodes - 1);
        for (int edge = 0; edge < from.length; edge++) {
            from[edge] = scattered(from[edge], bits);
            to[edge] = scattered(to[edge], bits);
        }
    }

    /** Walks on until the number is one of a record, so that the permutation is one of the records' numbers. */
    private int scattered(int record, int bits) {
        long mask = (1L << bits) - 1;
        long number = record;
        do {
            number = number * FACTOR & mask;
        } while (number >= nodes);
        return (int) number;
    }

    /** How many edges there are. */
    int count() {
        return from.length;
    }
}
