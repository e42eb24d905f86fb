package dev.ravel.launcher.demo;

import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.ResultDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory of one demonstration. It is wiped at the start, but only if a demonstration made it. */
final class DemoDirectory {
    private static final String MARK = "made-by-ravel-demo";

    private final Path directory;

    private DemoDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Empties the directory.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if something else than a demonstration put files there
     */
    static DemoDirectory wipe(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> children;
        try (Stream<Path> files = Files.list(directory)) {
            children = files.sorted().toList();
        }
        if (!children.isEmpty() && !Files.exists(directory.resolve(MARK))) {
            throw new CommandException(
                    ExitCode.USAGE,
                    directory.toAbsolutePath() + " holds other files, and the demo wipes its directory; give an empty"
                            + " one with --data-dir");
        }
        for (Path child : children) {
            if (!child.endsWith(MARK)) {
                ResultDirectory.deleteTree(child);
            }
        }
        Files.writeString(directory.resolve(MARK), "ravel demo wipes this directory at each start\n");
        return new DemoDirectory(directory);
    }

    /** Where the files of the first delivery are. */
    Path inputs() throws IOException {
        return Files.createDirectories(directory.resolve("inputs"));
    }

    /** Where the files of the second delivery are. */
    Path laterInputs() throws IOException {
        return Files.createDirectories(directory.resolve("later-inputs"));
    }

    /** Where the truth is. */
    Path truth() {
        return directory.resolve("truth.csv");
    }
}
