package dev.ravel.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Flink standalone cluster of one job manager and one task manager, each a process of its own, started from the jars
 * that Maven has resolved. Its classpath holds what a Flink distribution brings and nothing of Ravel's, so that the job
 * jar must bring the rest.
 */
final class FlinkStandaloneCluster implements AutoCloseable {
    private static final List<String> DISTRIBUTION = List.of(
            "/org/apache/flink/flink-streaming-java/",
            "/org/apache/flink/flink-clients/",
            "/org/apache/flink/flink-runtime/",
            "/org/apache/flink/flink-core",
            "/org/apache/flink/flink-annotations/",
            "/org/apache/flink/flink-metrics-core/",
            "/org/apache/flink/flink-rpc-",
            "/org/apache/flink/flink-shaded-",
            "/org/apache/flink/flink-hadoop-fs/",
            "/org/apache/flink/flink-queryable-state-client-java/",
            "/org/apache/flink/flink-datastream",
            "/org/apache/flink/flink-connector-base/",
            "/org/apache/flink/flink-connector-datagen/",
            "/org/apache/flink/flink-connector-files/",
            "/org/apache/flink/flink-file-sink-common/",
            "/org/slf4j/",
            "/ch/qos/logback/",
            "/com/esotericsoftware/",
            "/org/objenesis/",
            "/org/apache/commons/",
            "/commons-",
            "/org/snakeyaml/",
            "/org/xerial/snappy/",
            "/org/javassist/",
            "/tools/profiler/",
            "/at/yawk/lz4/");

    private static final String LOGGING =
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="out"/></root>
            </configuration>
            """;

    private final Path home;
    private final List<Process> processes = new ArrayList<>();

    private FlinkStandaloneCluster(Path home) {
        this.home = home;
    }

    static FlinkStandaloneCluster start(Path home) throws IOException {
        FlinkStandaloneCluster cluster = new FlinkStandaloneCluster(home);
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf").resolve("config.yaml"), configuration(home));
        Files.writeString(home.resolve("conf").resolve("logback.xml"), LOGGING);
        cluster.processes.add(cluster.java(
                "jobmanager",
                Map.of(),
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--configDir",
                home.resolve("conf").toString()));
        cluster.processes.add(cluster.java(
                "taskmanager",
                Map.of(),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "--configDir",
                home.resolve("conf").toString()));
        return cluster;
    }

    /** {@code flink run}: submits a job and waits for its end. */
    Process run(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("org.apache.flink.client.cli.CliFrontend", "run"));
        all.addAll(arguments);
        return java("client", environment, all.toArray(String[]::new));
    }

    String log(String process) throws IOException {
        return Files.readString(home.resolve(process + ".log"));
    }

    private Process java(String name, Map<String, String> environment, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // As a distribution's env.java.opts.all says.
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + home.resolve("conf").resolve("logback.xml"),
                "-cp",
                classpath()));
        line.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("FLINK_CONF_DIR", home.resolve("conf").toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
    }

    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> DISTRIBUTION.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String configuration(Path home) throws IOException {
        return """
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.bind-host: 127.0.0.1
                jobmanager.rpc.port: %d
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %d
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.numberOfTaskSlots: 1
                taskmanager.cpu.cores: 1.0
                taskmanager.memory.framework.heap.size: 64mb
                taskmanager.memory.framework.off-heap.size: 64mb
                taskmanager.memory.jvm-metaspace.size: 128mb
                taskmanager.memory.jvm-overhead.min: 64mb
                taskmanager.memory.jvm-overhead.max: 64mb
                taskmanager.memory.task.heap.size: 256mb
                taskmanager.memory.task.off-heap.size: 0mb
                taskmanager.memory.network.min: 128mb
                taskmanager.memory.network.max: 128mb
                taskmanager.network.sort-shuffle.min-buffers: 64
                taskmanager.memory.managed.size: 64mb
                io.tmp.dirs: %s
                """
                .formatted(
                        freePort(),
                        freePort(),
                        Files.createDirectories(home.resolve("tmp")).toAbsolutePath());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
