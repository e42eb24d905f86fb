package dev.ravel.resolver.stream;

/** A batch, ordered and standardised: all of its work that needs no store. Made by {@link StreamResolver#prepare}. */
public final class PreparedBatch {
    private final Arrivals arrivals;

    PreparedBatch(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    Arrivals arrivals() {
        return arrivals;
    }
}
