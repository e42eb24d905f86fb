package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.demo.Demo;
import dev.ravel.launcher.wiring.Api;
import dev.ravel.launcher.wiring.DirectoryLock;
import dev.ravel.launcher.wiring.EndSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ravel demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows all of it on generated customers: starts an embedded Neo4j and a Flink mini-cluster, streams customers"
                    + " from four systems into the graph, says what became of them, checks every hard case against the"
                    + " truth, and serves the API with GraphiQL until Ctrl-C.",
            "",
            "Nothing leaves this machine and nothing is installed; its data is in one directory, which is wiped at each"
                    + " start.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel demo",
            "  ravel demo --once --records 2000",
            "  ravel demo --port 9090 --data-dir demo-data"
        })
public final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--once", description = "End after the summary; exit code 0 only if all of it worked.")
    private boolean once;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "10000",
            description =
                    "How many records to generate (default: ${DEFAULT-VALUE}); the hard cases alone are some 350.")
    private long records;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Which customers to generate (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--port", paramLabel = "N", description = "Port of the API, 0 for a free one (default: 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = ".ravel/demo",
            description = "The demo's directory (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("");

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RavelConfiguration configuration =
                DataOptions.withAddress(RavelConfiguration.defaults().withDataDirectory(directory), null, port);
        CustomerGenerator customers = CustomerGenerator.ofVersions(seed, records);
        try (EndSignal end = EndSignal.listen()) {
            end.closeAtEnd(DirectoryLock.take(directory, "ravel demo"));
            Api.requireFree(configuration.api(), Map.of());
            Demo demo = new Demo(configuration, customers, console, end);
            return demo.show(once, json).code();
        }
    }
}
