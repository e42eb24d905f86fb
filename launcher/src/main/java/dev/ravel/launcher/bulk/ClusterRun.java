package dev.ravel.launcher.bulk;

import dev.ravel.generator.JsonLinesWriter;
import dev.ravel.ingest.BatchResolution;
import dev.ravel.ingest.batch.BatchPlan;
import dev.ravel.ingest.batch.BatchReport;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/**
 * Resolves files by the batch job on a Flink mini-cluster inside this process, into the files that resolving in memory
 * writes. Rows come in another order; heap does not grow with the records.
 */
public final class ClusterRun {
    /** What was read once may be read again, whatever its times. */
    private static final Duration EVER = Duration.ofDays(365_000);

    private static final String PARTS = "parts";

    private final Resolver resolver;
    private final Console console;
    private final Clock clock;

    /** @param resolver with the model that weighs the pairs */
    public ClusterRun(Resolver resolver, Console console, Clock clock) {
        this.resolver = resolver;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Writes all files of a result.
     *
     * @param parallelism how many tasks of each kind
     * @param startNanos when the run began, as {@link System#nanoTime()}
     */
    public BulkReport run(Inputs inputs, ResultDirectory result, int parallelism, long startNanos) throws IOException {
        Inputs.Summary read = copy(inputs, result);
        console.note("resolving " + read.records() + " versions on a mini-cluster, parallelism " + parallelism);
        ResolverSettings settings = resolver.settings();
        Path parts = result.file(PARTS);
        BatchPlan plan = new BatchPlan(
                settings,
                resolver.model().text(),
                new SourceCatalog(settings.tenant(), settings.zone(), EVER, List.of()),
                parts.toString(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                BatchPlan.USUAL_ROUNDS);
        BatchReport counted = run(
                new BatchResolution(
                        plan,
                        List.of(result.file(BulkFiles.RECORDS).toString()),
                        result.file(BulkFiles.DEAD_LETTERS).toString()),
                parallelism);
        for (String name : List.of(BulkFiles.ENTITIES, BulkFiles.GOLDEN, BulkFiles.MATCHES, BulkFiles.REVIEW)) {
            ResultParts.gather(ResultParts.of(parts.resolve(name)), result.file(name));
        }
        ResultDirectory.deleteTree(parts);
        BulkFiles.writeModel(result.file(BulkFiles.MODEL), resolver.model());
        new ReadInputs(resolver.digest().hex(), read.offsets()).write(result.file(BulkFiles.INPUTS));
        BulkReport report = BulkReport.of(
                counted,
                resolver,
                read.deadLetters(),
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - startNanos));
        report.writeJson(result.file(BulkFiles.REPORT_JSON));
        report.writeHtml(result.file(BulkFiles.REPORT_HTML));
        return report;
    }

    private static BatchReport run(BatchResolution resolution, int parallelism) throws InterruptedIOException {
        try {
            return resolution.runHere(parallelism);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the batch job ran");
        }
    }

    /** Reads the inputs into one file, which the result keeps and the job reads. */
    private Inputs.Summary copy(Inputs inputs, ResultDirectory result) throws IOException {
        try (JsonLinesWriter lines = new JsonLinesWriter(result.file(BulkFiles.RECORDS));
                Progress progress = Progress.start(console, "read", OptionalLong.empty())) {
            return inputs.read(result.file(BulkFiles.DEAD_LETTERS), "bulk", clock, version -> {
                try {
                    lines.write(version);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                progress.step();
            });
        }
    }
}
