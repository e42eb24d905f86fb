package dev.ravel.launcher;

import dev.ravel.configuration.ConfigurationException;
import dev.ravel.ingest.input.UnreadableFileException;
import dev.ravel.resolver.error.ResolutionException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a verb throws into one line for the user and an exit code; the stack trace goes to the log only. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The exit code of a failure. */
    static ExitCode exitCode(Throwable thrown) {
        Throwable failure = known(thrown);
        if (failure instanceof CommandException command) {
            return command.exitCode();
        }
        if (failure instanceof ResolutionException resolution) {
            return ExitCode.of(resolution.code());
        }
        if (failure instanceof ConfigurationException || failure instanceof FileSystemException) {
            return ExitCode.USAGE;
        }
        return ExitCode.FAILED;
    }

    /** What to tell the user. */
    static String message(Throwable thrown) {
        Throwable failure = known(thrown);
        LOG.debug("The command failed", thrown);
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile() + "; check the path";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile() + "; give a file or directory of yours";
        }
        if (failure instanceof CommandException
                || failure instanceof UnreadableFileException
                || failure instanceof ResolutionException
                || failure instanceof ConfigurationException) {
            return String.valueOf(failure.getMessage());
        }
        return "unexpected " + failure + "; run again with RAVEL_LOG=debug to see where, and report it";
    }

    /** A file system's own failure in place of what carries it out of a walk through directories. */
    private static Throwable known(Throwable thrown) {
        return thrown instanceof UncheckedIOException && thrown.getCause() instanceof FileSystemException cause
                ? cause
                : thrown;
    }
}
