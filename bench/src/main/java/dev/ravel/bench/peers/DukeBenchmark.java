package dev.ravel.bench.peers;

import picocli.CommandLine.Command;

/** Duke beside Ravel. */
@Command(
        name = "duke",
        mixinStandardHelpOptions = true,
        description = {
            "Duke 1.2 and Ravel on the labelled sets splink_fake_1000 and febrl3, or on generated people.",
            "About a minute."
        })
public final class DukeBenchmark extends PeerBenchmark {
    @Override
    Peer peer() {
        return new Duke();
    }
}
