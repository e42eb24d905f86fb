package dev.ravel.resolver.audit;

/**
 * The answers of one stratum, or of a part of it.
 *
 * @param population how many pairs the answers stand for
 * @param answers how many were answered, at least 1
 * @param yes how many of them are one customer
 */
record Cell(double population, int answers, int yes) {
    Cell {
        if (answers < 1 || yes < 0 || yes > answers || !(population > 0)) {
            throw new IllegalArgumentException("not a cell: " + yes + " of " + answers + " for " + population);
        }
    }

    double share() {
        return (double) yes / answers;
    }
}
