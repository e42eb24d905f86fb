package dev.ravel.bench.peers;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Splink beside Ravel. */
@Command(
        name = "splink",
        mixinStandardHelpOptions = true,
        description = {
            "Splink 5 and Ravel on the labelled sets splink_fake_1000 and febrl3; needs Python, pip and a package index.",
            "About two minutes, and as long again the first time, to install it."
        })
public final class SplinkBenchmark extends PeerBenchmark {
    @Option(names = "--venv", description = "virtual environment of Python (default: ${DEFAULT-VALUE})")
    private Path environment = Path.of("target", "python-peers");

    @Override
    Peer peer() {
        return new PythonPeer("splink", "5.0.0", List.of(), false, environment);
    }
}
