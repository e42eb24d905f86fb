package dev.ravel.launcher;

import dev.ravel.resolver.error.ErrorCode;

/** What the process ends with, for scripts. The numbers are part of the command's contract and do not change. */
public enum ExitCode {
    /** All of it worked. */
    OK(0, "all of it worked"),
    /** The work failed, or a check did. */
    FAILED(1, "the work failed, or a check did; standard error says which"),
    /** The command line, the configuration or an input is not usable; nothing was done. */
    USAGE(2, "the command line, the configuration or an input is not usable; nothing was done"),
    /** The work is done, but some inputs could not be read and are in the dead-letter directory. */
    DEAD_LETTERS(3, "the work is done, but some inputs are in the dead-letter directory"),
    /** The graph cannot be reached or started. */
    STORE_UNAVAILABLE(4, "the graph cannot be reached or started"),
    /** The graph belongs to another model or configuration. */
    DIGEST_MISMATCH(5, "the graph belongs to another model or configuration"),
    /** Ended by Ctrl-C or SIGTERM. */
    INTERRUPTED(130, "ended by Ctrl-C or SIGTERM");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The exit code of a failure of resolution. */
    static ExitCode of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT, NOT_FOUND -> USAGE;
            case STORE_UNAVAILABLE -> STORE_UNAVAILABLE;
            case DIGEST_MISMATCH -> DIGEST_MISMATCH;
            case VERSION_CONFLICT,
                    CONTRADICTS_JUDGEMENT,
                    BLOCKED_BY_LATER_OPERATION,
                    IDEMPOTENCY_CONFLICT,
                    BROKEN_INVARIANT -> FAILED;
        };
    }
}
