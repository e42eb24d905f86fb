package dev.ravel.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real command as a process of its own, on the classes and libraries that this build has made. */
final class RavelProcess implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 8;
    private static final int LOOK_MILLIS = 200;

    private final Process process;
    private final Path out;
    private final Path err;

    private RavelProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts the command in a directory, where it also leaves what it prints. */
    static RavelProcess start(Path directory, String... arguments) {
        Path target = Path.of("target").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dravel.graph-server="
                        + Path.of("..", "graph-server", "target").toAbsolutePath(),
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
                Ravel.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path err = Files.createTempFile(directory, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove("NEO4J_URI");
            return new RavelProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("ravel did not end within " + PATIENCE_MINUTES + " minutes: " + error());
        }
        return process.exitValue();
    }

    /** Waits until a text stands on standard output or standard error. */
    void awaitText(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!output().contains(text) && !error().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("'" + text + "' was not said: " + output() + error());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** Tells it to end as Ctrl-C and service managers do. */
    void tellToEnd() {
        process.destroy();
    }

    /** The processes that it has started and that still run. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    String output() {
        return text(out);
    }

    String error() {
        return text(err);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
