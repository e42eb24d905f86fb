package dev.ravel.resolver.steward;

import java.time.Instant;
import java.util.Optional;

/**
 * Who changes entities, why, and on what they looked.
 *
 * @param actor who, not blank
 * @param reason why, not blank
 * @param idempotencyKey a key of the caller's choice; the same request under the same key is done once
 * @param ticket where the case is kept elsewhere, empty text if nowhere
 * @param reviewAt when a person should look at the judgements again
 */
public record StewardRequest(
        String actor, String reason, String idempotencyKey, String ticket, Optional<Instant> reviewAt) {
    public StewardRequest {
        require("actor", actor);
        require("reason", reason);
        require("idempotencyKey", idempotencyKey);
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
}
