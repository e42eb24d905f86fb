package dev.ravel.resolver.steward;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who changes entities, why, and on what they looked.
 *
 * @param actor who, not blank, at most {@value #LONGEST_NAME} characters
 * @param reason why, not blank, at most {@value #LONGEST_REASON} characters
 * @param idempotencyKey a key of the caller's choice, not blank, at most {@value #LONGEST_NAME} characters; the same
 *     request under the same key is done once
 * @param ticket where the case is kept elsewhere, empty text if nowhere; at most {@value #LONGEST_NAME} characters
 * @param reviewAt when a person should look at the judgements again
 */
public record StewardRequest(
        String actor, String reason, String idempotencyKey, String ticket, Optional<Instant> reviewAt) {
    /** The most characters of a name or a key, which an index has to hold. */
    public static final int LONGEST_NAME = 1_000;

    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 10_000;

    public StewardRequest {
        require("actor", actor);
        require("reason", reason);
        require("idempotencyKey", idempotencyKey);
        limit("actor", actor, LONGEST_NAME);
        limit("reason", reason, LONGEST_REASON);
        limit("idempotencyKey", idempotencyKey, LONGEST_NAME);
        limit("ticket", ticket, LONGEST_NAME);
    }

    /** A request without a ticket and without a day to look again. */
    public StewardRequest(String actor, String reason, String idempotencyKey) {
        this(actor, reason, idempotencyKey, "", Optional.empty());
    }

    private static void require(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is blank: every change of an entity needs one");
        }
    }

    private static void limit(String what, String value, int longest) {
        if (value.length() > longest) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    "the " + what + " has " + value.length() + " characters, the most are " + longest);
        }
    }
}
