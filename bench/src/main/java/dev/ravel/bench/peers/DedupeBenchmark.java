package dev.ravel.bench.peers;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** dedupe beside Ravel. */
@Command(
        name = "dedupe",
        mixinStandardHelpOptions = true,
        description = {
            "dedupe 3 and Ravel on the labelled sets splink_fake_1000 and febrl3; needs Python, pip and a package index.",
            "About five minutes, and two more the first time, to install it. dedupe learns from pairs of the truth."
        })
public final class DedupeBenchmark extends PeerBenchmark {
    /** dedupe 3.0.3 calls what newer versions of these no longer have. */
    private static final List<String> PINS = List.of("BTrees<6", "zope.index<7");

    @Option(names = "--venv", description = "virtual environment of Python (default: ${DEFAULT-VALUE})")
    private Path environment = Path.of("target", "python-peers");

    @Override
    Peer peer() {
        return new PythonPeer("dedupe", "3.0.3", PINS, true, environment);
    }
}
