package dev.ravel.launcher;

import java.util.Objects;

/** Ends the command with an exit code and one line for the user that says what is wrong and what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CommandException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = Objects.requireNonNull(exitCode, "exitCode");
    }

    public CommandException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = Objects.requireNonNull(exitCode, "exitCode");
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
