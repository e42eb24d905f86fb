package dev.ravel.launcher.command;

import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.bulk.BulkReport;
import dev.ravel.launcher.bulk.ReadInputs;
import dev.ravel.launcher.bulk.ResultDirectory;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel resolve}. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        description = {
            "Resolves files in bulk, in memory, with no database, and gives the entities that streaming them would give.",
            "",
            "Writes into the output directory: entities.csv (source,record_id,entity_id), golden.csv, matches.csv,"
                    + " review.csv, report.json and report.html, and what ravel load needs (records.jsonl, inputs.json)."
                    + " The directory appears as a whole at the end.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel resolve customers.csv -o resolved",
            "  ravel resolve exports/ -c ravel.yaml -o resolved --json"
        })
public final class ResolveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files (JSON Lines or CSV) or directories of them.")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The directory of the result; an earlier result there is replaced.")
    private Path output = Path.of("");

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    public ResolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        Clock clock = Clock.systemUTC();
        Inputs found = Inputs.find(options.read(), inputs, console);
        if (found.files().isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "there is no file to read in " + inputs + "; name .csv or .jsonl files");
        }
        Resolver resolver = Resolver.of(found.configuration().resolver(), MatchModel.shipped());
        try (ResultDirectory result = ResultDirectory.prepare(output)) {
            List<SourceRecord> versions = new ArrayList<>();
            Inputs.Summary read;
            try (Progress progress = Progress.start(console, "read", OptionalLong.empty())) {
                read = found.read(result.file(BulkFiles.DEAD_LETTERS), "bulk", clock, version -> {
                    versions.add(version);
                    progress.step();
                });
            }
            console.note("resolving " + versions.size() + " versions");
            BulkResult resolved = new BulkResolver(resolver, clock).resolve(versions, List.of());
            BulkFiles.writeEntities(result.file(BulkFiles.ENTITIES), resolved.entities());
            BulkFiles.writeGolden(result.file(BulkFiles.GOLDEN), resolved.entities());
            BulkFiles.writeMatches(result.file(BulkFiles.MATCHES), resolved.matches());
            BulkFiles.writeReview(result.file(BulkFiles.REVIEW), resolved.review());
            BulkFiles.writeRecords(result.file(BulkFiles.RECORDS), versions);
            new ReadInputs(resolver.digest().hex(), read.offsets()).write(result.file(BulkFiles.INPUTS));
            BulkReport report = BulkReport.of(
                    resolved,
                    resolver.digest().hex(),
                    read.records(),
                    read.deadLetters(),
                    clock.instant(),
                    Duration.ofNanos(System.nanoTime() - started));
            report.writeJson(result.file(BulkFiles.REPORT_JSON));
            report.writeHtml(result.file(BulkFiles.REPORT_HTML));
            result.publish();
            say(report, result.target());
            return (read.deadLetters() == 0 ? ExitCode.OK : ExitCode.DEAD_LETTERS).code();
        }
    }

    private void say(BulkReport report, Path directory) {
        if (json) {
            console.print(Json.text(report.json()));
            return;
        }
        report.lines().forEach((name, value) -> console.print(name + ": " + value));
        console.print("result: " + directory);
        if (report.deadLetters() > 0) {
            console.note(
                    "what could not be read is in " + directory.resolve(BulkFiles.DEAD_LETTERS) + ", with the reasons");
        }
    }
}
