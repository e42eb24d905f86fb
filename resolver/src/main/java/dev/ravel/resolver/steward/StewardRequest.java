package dev.ravel.resolver.steward;

/**
 * Who changes entities, why, and on what they looked.
 *
 * @param actor who, not blank
 * @param reason why, not blank
 * @param idempotencyKey a key of the caller's choice; the same request under the same key is done once
 */
public record StewardRequest(String actor, String reason, String idempotencyKey) {
    public StewardRequest {
        require("actor", actor);
        require("reason", reason);
        require("idempotencyKey", idempotencyKey);
    }

    private static void require(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is blank: every change of an entity needs one");
        }
    }
}
