package dev.ravel.bench.measure;

/**
 * One side of a comparison that takes turns in one thread. All sides of a comparison do the same work on the same input.
 */
public interface Contender {
    /** What it is, with the name of the library where it is a peer. */
    String name();

    /** Does the work once; the answer depends on all of it, so that none of it can be left out. */
    double run();

    /** A contender. */
    static Contender of(String name, Work work) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double run() {
                return work.run();
            }
        };
    }

    /** The work of a contender. */
    @FunctionalInterface
    interface Work {
        /** Does it; the answer depends on all of it. */
        double run();
    }
}
