package dev.ravel.resolver.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which operations are meant: those that fit all that is given, and of whose judgements at least one stands. One that has been
 * taken back is not among them, nor is the undo that did so, unless it made judgements again.
 *
 * @param actor by this person
 * @param kind of this kind, such as {@code merge}
 * @param ticket of this case
 * @param from at this time or later, recorded time
 * @param to before this time
 */
public record OperationQuery(
        Optional<String> actor,
        Optional<String> kind,
        Optional<String> ticket,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Whether nothing is given, so that every operation fits. */
    public boolean isOpen() {
        return actor.isEmpty() && kind.isEmpty() && ticket.isEmpty() && from.isEmpty() && to.isEmpty();
    }

    boolean fits(String by, String caseOf, Instant at) {
        return actor.filter(wanted -> !wanted.equals(by)).isEmpty()
                && ticket.filter(wanted -> !wanted.equals(caseOf)).isEmpty()
                && from.filter(at::isBefore).isEmpty()
                && to.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
