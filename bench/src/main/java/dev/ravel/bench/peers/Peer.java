package dev.ravel.bench.peers;

import dev.ravel.bench.measure.MeasuredProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A product that resolves a labelled set, as a process of its own. */
interface Peer {
    /** Its name and version. */
    String name();

    /** Why it cannot be run here, in words for the user; empty if it can. May take long, to install it. */
    Optional<String> missing() throws InterruptedException;

    /**
     * Resolves a set.
     *
     * @param directory for files on the way; exists
     */
    Outcome resolve(LabelledSet set, Path directory) throws IOException, InterruptedException;

    /**
     * What a peer made of a set.
     *
     * @param process what it took
     * @param entityOf the entity of each record that it names
     * @param threshold the threshold at which it did best, NaN if it was not given a choice
     */
    record Outcome(MeasuredProcess process, Map<String, String> entityOf, double threshold) {}
}
