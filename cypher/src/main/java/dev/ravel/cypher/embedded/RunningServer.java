package dev.ravel.cypher.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What the state file of a data directory says of the server that runs on it.
 *
 * @param pid the server's process id
 * @param owner the process id of the program that started it, whose end stops it
 * @param uri its Bolt address
 */
record RunningServer(long pid, long owner, String uri) {
    private static final String FILE = "server.properties";

    /** What the state file says, empty if there is none or it is not readable as one. */
    static Optional<RunningServer> read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        try {
            return Optional.of(new RunningServer(
                    Long.parseLong(properties.getProperty("pid", "")),
                    Long.parseLong(properties.getProperty("owner", "")),
                    properties.getProperty("uri", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Writes the state file, whole or not at all. */
    void write(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("owner", Long.toString(owner));
        properties.setProperty("uri", uri);
        Path draft = directory.resolve(FILE + ".new");
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            properties.store(writer, "The embedded Neo4j that runs on this directory");
        }
        Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    /** Whether the server runs and will go on: it is alive, and so is the program that started it. */
    boolean isUsable() {
        return isAlive(pid) && isAlive(owner);
    }

    /** The server's process if it is alive and is a Java process, so not a stranger that got the same id. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("java").contains("java"));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
