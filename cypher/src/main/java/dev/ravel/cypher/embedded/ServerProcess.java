package dev.ravel.cypher.embedded;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of an embedded server that this program started. */
final class ServerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final String MAIN_CLASS = "dev.ravel.server.GraphServer";
    private static final String PASSWORD_VARIABLE = "RAVEL_GRAPH_PASSWORD";
    private static final String READY = "READY ";

    private final Process process;
    private final Path errors;
    private final Duration stopTimeout;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ServerProcess(Process process, Path errors, Duration stopTimeout) {
        this.process = process;
        this.errors = errors;
        this.stopTimeout = stopTimeout;
    }

    static ServerProcess start(GraphServerHome home, EmbeddedGraphOptions options, Path directory, String password)
            throws IOException {
        Path errors = directory.resolve("server.err");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A transaction's state is garbage once it has committed: a heap that is large from the start, half
                // of it for the young, copies little of it and hardly ever collects the old.
                "-Xms" + options.heapMebibytes() + "m",
                "-Xmx" + options.heapMebibytes() + "m",
                "-XX:NewRatio=1",
                "-XX:+UseSerialGC",
                // What outlives two collections is a cache, and copying it time and again is most of their pauses.
                "-XX:MaxTenuringThreshold=2",
                // Without it the server stops four times for full collections while it loads its classes.
                "-XX:MetaspaceSize=192m",
                // Compiling takes most of the first minutes: less inlining gives code as fast for less.
                "-XX:MaxInlineLevel=4",
                "-XX:InlineSmallCode=700",
                "-XX:FreqInlineSize=100",
                // The fourth level is the optimising compiler; the first is done sooner.
                "-XX:TieredStopAtLevel=" + (options.shortRun() ? 1 : 4),
                // Neo4j's page cache falls back to a slower way of reaching its memory without this.
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                home.classPath(),
                MAIN_CLASS,
                "--data",
                directory.toString(),
                "--port",
                Integer.toString(options.port()),
                "--page-cache",
                Integer.toString(options.pageCacheMebibytes())));
        builder.environment().put(PASSWORD_VARIABLE, password);
        builder.redirectError(errors.toFile());
        ServerProcess server = new ServerProcess(builder.start(), errors, options.stopTimeout());
        server.readAnswers();
        return server;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the server answers, and returns its Bolt address. */
    String awaitReady(Duration timeout) {
        try {
            return ready.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResolutionException(
                    ErrorCode.STORE_UNAVAILABLE, "interrupted while the embedded Neo4j was starting", e);
        } catch (TimeoutException e) {
            throw new ResolutionException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "the embedded Neo4j did not answer within " + timeout.toSeconds() + " s; see " + errors,
                    e);
        } catch (ExecutionException e) {
            throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, lastError(), e);
        }
    }

    /** Asks the server to stop by closing its input, then by SIGTERM, then kills it. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("The embedded Neo4j has closed its input already", e);
        }
        awaitEnd(process.toHandle(), stopTimeout);
    }

    /** Waits for a process that is shutting down; after the timeout it is terminated, then killed. */
    static void awaitEnd(ProcessHandle process, Duration timeout) {
        if (endsWithin(process, timeout)) {
            return;
        }
        LOG.warn(
                "The embedded Neo4j (process {}) has not stopped within {} s, killing it",
                process.pid(),
                timeout.toSeconds());
        process.destroyForcibly();
        endsWithin(process, timeout);
    }

    private static boolean endsWithin(ProcessHandle process, Duration timeout) {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void readAnswers() {
        Thread reader = new Thread(this::readUntilEnd, "embedded-neo4j-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void readUntilEnd() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()).strip());
                }
            }
        } catch (IOException e) {
            LOG.debug("The output of the embedded Neo4j ended", e);
        }
        ready.completeExceptionally(new IOException("the process ended before it was ready"));
    }

    private String lastError() {
        try (var lines = Files.lines(errors, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("graph-server: "))
                    .reduce((first, last) -> last)
                    .map(line -> line.substring("graph-server: ".length()))
                    .orElse("the embedded Neo4j ended before it was ready; see " + errors);
        } catch (IOException e) {
            return "the embedded Neo4j ended before it was ready, and its messages in " + errors + " are not readable";
        }
    }
}
