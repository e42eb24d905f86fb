package dev.ravel.model.judgement;

import dev.ravel.model.identifier.SharedKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A decision about an identifier by a person: a fact that is superseded, never edited. At most one stands for an
 * identifier.
 *
 * @param id unique id
 * @param operation the id of the operation that made it, which is what {@code undo} takes back
 * @param identifier the identifier, never a block
 * @param ruling what it says, never {@link IdentifierRuling#NONE}
 * @param actor who decided
 * @param reason why, not blank
 * @param at when
 * @param ticket where the case is kept elsewhere, empty text if nowhere
 * @param reviewAt when a person should look again; nothing expires by itself
 */
public record IdentifierJudgement(
        String id,
        String operation,
        SharedKey identifier,
        IdentifierRuling ruling,
        String actor,
        String reason,
        Instant at,
        String ticket,
        Optional<Instant> reviewAt) {
    public IdentifierJudgement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(ruling, "ruling");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(reviewAt, "reviewAt");
        if (ruling == IdentifierRuling.NONE) {
            throw new IllegalArgumentException("a judgement of an identifier that says nothing");
        }
        if (identifier.isBlock()) {
            throw new IllegalArgumentException("a block is no identifier: " + identifier);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the reason of a judgement is blank");
        }
    }
}
