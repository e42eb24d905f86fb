package dev.ravel.launcher.console;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param terminal whether a person reads {@code err}, so that a line may be overwritten
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {
    /** The system property by which the start script says that standard error is a terminal. */
    public static final String TERMINAL = "ravel.terminal";

    public Console {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }

    /** The streams of this process. */
    public static Console system() {
        return new Console(System.out, System.err, Boolean.getBoolean(TERMINAL));
    }

    /** Tells the user something that is not the result. */
    public void note(String text) {
        err.println(text);
        err.flush();
    }

    /** Prints a line of the result. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }
}
