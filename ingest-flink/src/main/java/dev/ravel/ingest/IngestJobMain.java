package dev.ravel.ingest;

import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.GraphConfiguration;
import dev.ravel.configuration.RavelConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The streaming job for a Flink cluster: {@code flink run ravel-job.jar [-c ravel.yaml] [--watch] [--from-start]
 * [--load ID] INPUT…}. The inputs are paths that the task managers can read, or {@code kafka://host:port/topic}. The
 * graph must be a Neo4j server, named by {@code ravel.yaml} or {@code NEO4J_URI}; where checkpoints go is the cluster's
 * configuration.
 */
public final class IngestJobMain {
    private static final String USAGE =
            "usage: [-c ravel.yaml] [--watch] [--from-start] [--load ID] INPUT... (paths or kafka://host:port/topic)";

    private IngestJobMain() {}

    public static void main(String[] args) throws Exception {
        RavelConfiguration configuration = ConfigurationReader.fromEnvironment();
        List<String> inputs = new ArrayList<>();
        boolean watch = false;
        boolean fromStart = false;
        String loadId = "load-" + UUID.randomUUID();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-c", "--config" -> configuration = ConfigurationReader.read(Path.of(following(args, i++)));
                case "--load" -> loadId = following(args, i++);
                case "--watch" -> watch = true;
                case "--from-start" -> fromStart = true;
                default -> inputs.add(args[i]);
            }
        }
        IngestRequest request = new IngestRequest(inputs, watch, fromStart, loadId);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(IngestJob.settings(configuration.ingest()));
        IngestJob.define(
                environment,
                request,
                Ingest.plan(request, configuration, stores(configuration)),
                configuration.ingest());
        environment.execute("ravel ingest " + loadId);
    }

    private static String following(String[] args, int option) {
        if (option + 1 == args.length) {
            throw new IllegalArgumentException(args[option] + " needs a value; " + USAGE);
        }
        return args[option + 1];
    }

    private static Neo4jStores stores(RavelConfiguration configuration) {
        GraphConfiguration.Server server = configuration
                .graph()
                .server()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a job on a cluster needs a Neo4j server: set graph.uri in ravel.yaml, or NEO4J_URI"));
        return new Neo4jStores(
                server.uri(),
                server.user(),
                server.password(),
                server.database(),
                configuration.resolver().tenant());
    }
}
