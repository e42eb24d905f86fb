package dev.ravel.bench.components;

/** A way to find the connected components of edges. */
interface ComponentFinder {
    /** What it is, with the name of the library where it is a peer. */
    String name();

    /**
     * Takes the edges into a form of its own, which is not timed.
     *
     * @return finds the components and returns how many there are, a record without an edge being one
     */
    Search prepare(Edges edges);

    /** The part that is timed; may run more than once. */
    @FunctionalInterface
    interface Search {
        /** How many components there are. */
        int components();
    }
}
