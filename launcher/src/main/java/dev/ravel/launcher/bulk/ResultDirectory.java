package dev.ravel.launcher.bulk;

import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that appears as a whole: files are written to a temporary sibling, and {@link #publish()} moves it into
 * place, where it replaces an earlier result. Closing without publishing leaves what was there.
 */
public final class ResultDirectory implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private boolean published;

    private ResultDirectory(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /**
     * Prepares to write a result.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if the target holds something else than a result, or cannot be
     *     made
     */
    public static ResultDirectory prepare(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !isEmpty(absolute) && !Files.exists(absolute.resolve(BulkFiles.REPORT_JSON))) {
            throw new CommandException(
                    ExitCode.USAGE,
                    absolute + " is not empty and holds no result of ravel resolve; give a new directory with -o");
        }
        Path parent = absolute.getParent();
        Path within = parent == null ? absolute : parent;
        try {
            Files.createDirectories(within);
            return new ResultDirectory(absolute, Files.createTempDirectory(within, "." + absolute.getFileName() + "-"));
        } catch (FileSystemException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "cannot make " + absolute + ": nothing can be written into " + within
                            + "; give a directory of yours with -o",
                    e);
        }
    }

    /** Where a file is to be written. */
    public Path file(String name) {
        return temporary.resolve(name);
    }

    /** Where the result will be. */
    public Path target() {
        return target;
    }

    /** Puts the result in place of what was there. */
    public void publish() throws IOException {
        if (Files.exists(target)) {
            deleteTree(target);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        published = true;
    }

    @Override
    public void close() throws IOException {
        if (!published) {
            deleteTree(temporary);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            return !files.iterator().hasNext();
        }
    }

    /** Deletes a directory with all that is in it. */
    public static void deleteTree(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
