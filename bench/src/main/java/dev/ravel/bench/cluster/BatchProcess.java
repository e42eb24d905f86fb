package dev.ravel.bench.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.ingest.BatchResolution;
import dev.ravel.ingest.batch.BatchPlan;
import dev.ravel.ingest.batch.BatchReport;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The batch job as a process of its own, so that all of its processor time and memory is its own. */
final class BatchProcess {
    private static final Duration DAY = Duration.ofDays(1);

    private BatchProcess() {}

    /** Arguments: the input, the directory of the result, the parallelism, the rounds, the file for the figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ResolverSettings settings = ResolverSettings.defaults();
        Path output = Path.of(arguments[1]);
        BatchPlan plan = new BatchPlan(
                settings,
                MatchModel.shipped().text(),
                new SourceCatalog(settings.tenant(), settings.zone(), DAY, List.of()),
                output.toString(),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
                Integer.parseInt(arguments[3]));
        BatchReport report = new BatchResolution(
                        plan,
                        List.of(arguments[0]),
                        output.resolveSibling("dead-letters").toString())
                .runHere(Integer.parseInt(arguments[2]));
        new ObjectMapper().writeValue(Path.of(arguments[4]).toFile(), report);
    }
}
