package dev.ravel.launcher;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /**
     * None of the inputs holds a file of a known kind.
     *
     * @param orElse what else can be done, continuing the sentence; empty if nothing
     */
    public static CommandException nothingToRead(List<?> inputs, String orElse) {
        String named = inputs.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new CommandException(
                ExitCode.USAGE, "there is no file to read in " + named + "; name .csv or .jsonl files" + orElse);
    }
}
