package dev.ravel.bench.peers;

import dev.ravel.bench.resolve.ResolveRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ravel resolve} with no configuration: it infers one from the columns and trains on the records. */
final class RavelItself implements Peer {
    private static final int HEAP_GIGABYTES = 1;

    @Override
    public String name() {
        return "ravel";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Outcome resolve(LabelledSet set, Path directory) throws IOException, InterruptedException {
        ResolveRun run = ResolveRun.of(set.records(), directory.resolve("ravel-" + set.name()), HEAP_GIGABYTES);
        return new Outcome(run.process(), run.entityOf(), Double.NaN);
    }
}
