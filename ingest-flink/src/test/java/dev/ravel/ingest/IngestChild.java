package dev.ravel.ingest;

import dev.ravel.configuration.RavelConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An ingest in a process of its own, for tests that kill it. */
final class IngestChild {
    private IngestChild() {}

    static Process start(Path inputs, Path dataDirectory, String loadId, Neo4jStores stores) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                IngestChild.class.getName(),
                inputs.toString(),
                dataDirectory.toString(),
                loadId,
                stores.uri(),
                stores.user(),
                stores.database());
        builder.environment().put("NEO4J_PASSWORD", stores.password());
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", loadId + ".log").toFile())
                .start();
    }

    public static void main(String[] args) throws InterruptedException {
        RavelConfiguration configuration = RavelConfiguration.defaults().withDataDirectory(Path.of(args[1]));
        Neo4jStores stores = new Neo4jStores(
                args[3],
                args[4],
                System.getenv("NEO4J_PASSWORD"),
                args[5],
                configuration.resolver().tenant());
        Ingest.run(IngestRequest.once(List.of(args[0]), args[2]), configuration, stores);
    }
}
