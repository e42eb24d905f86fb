package dev.ravel.cypher.offline;

import dev.ravel.cypher.embedded.GraphServerHome;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs Neo4j's importer, in a process of its own, for the embedded server. The data directory appears as a whole when the
 * import has succeeded; until then, and if it fails or is killed, there is none.
 */
public final class OfflineImport implements AutoCloseable {
    private static final String MAIN_CLASS = "org.neo4j.cli.AdminTool";
    private static final String DATABASE = "neo4j";
    private static final String CAUSE = "Caused by: ";
    /** What the lines begin with that go on with a cause. */
    private static final String DETAIL = "  ";

    private static final String LOG = "import.log";
    private static final String REPORT = "import.report";

    private final GraphServerHome home;
    private final int heapMebibytes;
    private final int offHeapMebibytes;
    private volatile @Nullable Process running;

    /**
     * An importer.
     *
     * @param heapMebibytes its Java heap
     * @param offHeapMebibytes the memory that it may use beside it
     */
    public OfflineImport(GraphServerHome home, int heapMebibytes, int offHeapMebibytes) {
        this.home = home;
        this.heapMebibytes = heapMebibytes;
        this.offHeapMebibytes = offHeapMebibytes;
    }

    /** Whether a data directory can be imported: it is not there, or empty. */
    public static boolean isPossible(Path dataDirectory) throws IOException {
        if (!Files.exists(dataDirectory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(dataDirectory)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Imports files.
     *
     * @param files are deleted once they are imported
     * @param building a directory beside the data directory, on the same file system, which becomes the data directory; what
     *     is in it goes along
     * @param dataDirectory the data directory of the embedded server, not there or empty
     * @throws ResolutionException with {@code STORE_UNAVAILABLE} if the import fails; the importer's own words are in the
     *     message
     */
    public void run(ImportFiles files, Path building, Path dataDirectory) throws IOException {
        Path log = building.resolve(LOG);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseParallelGC",
                // It is over before more inlining pays for its compiling.
                "-XX:MaxInlineLevel=4",
                "-XX:InlineSmallCode=700",
                "-XX:FreqInlineSize=100",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                home.classPath(),
                MAIN_CLASS,
                "database",
                "import",
                "full",
                // Before the options: those that take several files would take it for one of theirs.
                DATABASE,
                "--verbose",
                "--max-off-heap-memory=" + offHeapMebibytes + "m",
                "--report-file=" + building.toAbsolutePath().resolve(REPORT)));
        command.addAll(files.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(files.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Files.createDirectories(building.resolve("conf"));
        builder.environment().put("NEO4J_HOME", building.toAbsolutePath().toString());
        builder.environment().remove("NEO4J_CONF");
        Process importer = builder.start();
        running = importer;
        if (waitFor(importer) != 0) {
            throw new ResolutionException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Neo4j's importer failed; nothing was imported. Its own words: " + ownWords(log));
        }
        Files.delete(log);
        Files.deleteIfExists(building.resolve(REPORT));
        deleteFiles(files.directory());
        Files.move(building, dataDirectory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends the importer if it runs. */
    @Override
    public void close() {
        @Nullable Process importer = running;
        if (importer != null) {
            importer.destroyForcibly();
        }
    }

    /** The first cause that the log names, with where in the files it is; or its last line outside a stack trace. */
    private static String ownWords(Path log) throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(CAUSE)) {
                return lines.get(i)
                        + lines.stream()
                                .skip(i + 1L)
                                .takeWhile(line -> line.startsWith(DETAIL))
                                .map(line -> ", " + line.strip())
                                .collect(Collectors.joining());
            }
        }
        return lines.isEmpty() ? "none" : lines.get(lines.size() - 1);
    }

    private static void deleteFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static int waitFor(Process importer) throws IOException {
        try {
            return importer.waitFor();
        } catch (InterruptedException e) {
            importer.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Neo4j's importer ran");
        }
    }
}
