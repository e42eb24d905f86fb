package dev.ravel.launcher.wiring;

import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The sole use of a directory by one process, until closed or until the process ends, however it ends. */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory, which is created if it is not there. The lock is a file beside it, so that the directory
     * itself can be wiped.
     *
     * @param use what it is for, as the user calls it
     * @throws CommandException with {@link ExitCode#USAGE} if another process has it, or it is not writable
     */
    public static DirectoryLock take(Path directory, String use) {
        Path absolute = directory.toAbsolutePath().normalize();
        Path file = absolute.resolveSibling(absolute.getFileName() + ".lock");
        try {
            Files.createDirectories(absolute);
            if (!Files.isWritable(absolute)) {
                throw new AccessDeniedException(absolute.toString());
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new CommandException(
                        ExitCode.USAGE,
                        "another " + use + " is running in " + absolute
                                + "; end it first, or give this one another directory with --data-dir");
            }
            return new DirectoryLock(channel);
        } catch (AccessDeniedException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "no permission to write " + e.getFile() + "; give a directory of yours with --data-dir",
                    e);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(
                    ExitCode.USAGE, e.getFile() + " is not a directory; give another one with --data-dir", e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the directory " + absolute + " is not usable (" + e.getMessage()
                            + "); give another one with --data-dir",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up the lock of a directory", e);
        }
    }
}
