package dev.ravel.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.ingest.batch.BatchJob;
import dev.ravel.ingest.batch.BatchPlan;
import dev.ravel.ingest.batch.BatchReport;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The batch job for a Flink cluster: {@code flink run -c dev.ravel.ingest.ResolveJobMain ravel-job.jar --model FILE -o DIR [-c
 * ravel.yaml] [--rounds N] INPUT…}. Inputs and output are paths or URIs that the task managers reach; topics are read up to
 * what they hold at the start.
 */
public final class ResolveJobMain {
    private static final String USAGE = "usage: --model FILE|shipped -o DIR [-c ravel.yaml] [--rounds N] INPUT..."
            + " (paths or kafka://host:port/topic)";
    private static final String SHIPPED = "shipped";

    private ResolveJobMain() {}

    public static void main(String[] args) throws Exception {
        RavelConfiguration configuration = ConfigurationReader.fromEnvironment();
        List<String> inputs = new ArrayList<>();
        Optional<String> modelFile = Optional.empty();
        Optional<String> output = Optional.empty();
        int rounds = BatchPlan.USUAL_ROUNDS;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-c", "--config" -> configuration = ConfigurationReader.read(Path.of(following(args, i++)));
                case "--model" -> modelFile = Optional.of(following(args, i++));
                case "-o", "--output" -> output = Optional.of(following(args, i++));
                case "--rounds" -> rounds = Integer.parseInt(following(args, i++));
                default -> inputs.add(args[i]);
            }
        }
        String directory = output.orElseThrow(() -> new IllegalArgumentException("-o is missing; " + USAGE));
        MatchModel model = model(modelFile, configuration);
        Instant started = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        BatchResolution resolution = new BatchResolution(
                new BatchPlan(
                        configuration.resolver(),
                        model.text(),
                        SourceCatalog.of(configuration),
                        directory,
                        started,
                        rounds),
                inputs,
                configuration.ingest().deadLetterDirectory().toAbsolutePath().toString());
        BatchReport report = resolution.run(StreamExecutionEnvironment.getExecutionEnvironment(BatchJob.settings()));
        write(directory, "model.json", model.text());
        write(
                directory,
                "report.json",
                json(report, Resolver.of(configuration.resolver(), model)).toPrettyString());
    }

    private static String following(String[] args, int option) {
        if (option + 1 == args.length) {
            throw new IllegalArgumentException(args[option] + " needs a value; " + USAGE);
        }
        return args[option + 1];
    }

    private static MatchModel model(Optional<String> file, RavelConfiguration configuration) {
        if (file.isEmpty() && configuration.modelFile().isEmpty()) {
            throw new IllegalArgumentException("the batch job trains no model: give --model FILE, as ravel train or"
                    + " ravel resolve on a sample writes it, or --model " + SHIPPED + "; " + USAGE);
        }
        return file.map(name -> name.equals(SHIPPED) ? MatchModel.shipped() : MatchModel.read(Path.of(name)))
                .orElseGet(configuration::model);
    }

    /** The figures, under the names that {@code ravel resolve} gives them. */
    private static ObjectNode json(BatchReport report, Resolver resolver) {
        return new ObjectMapper()
                .createObjectNode()
                .put("digest", resolver.digest().hex())
                .put("model", resolver.model().toString())
                .put("versions", report.versions())
                .put("deadLetters", report.deadLetters())
                .put("lostNumbers", report.lostNumbers())
                .put("invalidPhones", report.invalidPhones())
                .put("records", report.records())
                .put("entities", report.entities())
                .put("candidatePairs", report.candidatePairs())
                .put("reviewItems", report.questions())
                .put("suppressedIdentifiers", report.suppressed())
                .put("skippedBlocks", report.skippedBlocks())
                .put("skippedPairs", report.skippedPairs())
                .put("leftOutKeys", report.leftOutKeys());
    }

    private static void write(String directory, String name, String text) throws IOException {
        org.apache.flink.core.fs.Path target = new org.apache.flink.core.fs.Path(directory, name);
        try (OutputStream out = target.getFileSystem().create(target, FileSystem.WriteMode.OVERWRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
