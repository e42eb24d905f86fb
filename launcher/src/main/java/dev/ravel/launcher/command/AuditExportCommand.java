package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.lineage.AuditExport;
import dev.ravel.resolver.lineage.AuditSeal;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel audit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the lineage of all entities, with the seal over it, as a file that a third party can check without"
                    + " Ravel by a published algorithm (docs/audit-file.md). Names records, never their values.",
            "",
            "Keep the seal that it prints where whoever can write to the graph cannot.",
            ""
        },
        footer = {"", "Example:", "  ravel audit export lineage.jsonl"})
public final class AuditExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The file to write; replaced whole if it is there.")
    private Path file = Path.of("");

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print the seal as JSON.")
    private boolean json;

    public AuditExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.stores().connect());
            AuditSeal seal = export(store, configuration.resolver().tenant());
            if (json) {
                console.print(Json.text(Json.object()
                        .put("entities", seal.entities())
                        .put("events", seal.events())
                        .put("blocks", seal.head().number())
                        .put("head", seal.head().hash())
                        .put("sha256", seal.sha256())));
            } else {
                console.print(seal.events() + " events of " + seal.entities() + " entities are in " + file);
                console.print("seal: " + seal.sha256());
                console.print("head: block " + seal.head().number() + ' '
                        + seal.head().hash());
            }
            return ExitCode.OK.code();
        }
    }

    /** Writes beside the file first, so that it is there whole or not at all. */
    private AuditSeal export(ResolutionStore store, String tenant) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        AuditSeal seal;
        try (BufferedWriter out = Files.newBufferedWriter(part);
                Progress progress = Progress.start(console, "exported", OptionalLong.empty())) {
            seal = new AuditExport(store, tenant).write(out, Clock.systemUTC().instant(), progress::done);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return seal;
    }
}
