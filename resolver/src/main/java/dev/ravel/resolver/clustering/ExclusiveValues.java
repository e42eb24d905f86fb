package dev.ravel.resolver.clustering;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.Contradiction;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values of exclusive identifiers, of which a customer has one of each kind and scope. Only the customer's own ones count,
 * and no suppressed ones. Where a source has each customer once, so are the ids that it gives its records.
 *
 * @param bySlot the values by kind and scope, ascending
 */
record ExclusiveValues(Map<String, Set<String>> bySlot) {
    /** The kind of conflict between two records of a source that has each customer once: their ids are the values. */
    static final String SOURCE = "source";

    static final ExclusiveValues NONE = new ExclusiveValues(Map.of());

    /** Whether a record carries any. */
    static boolean isCarriedBy(LiveRecord record, Guards guards) {
        if (isOfDuplicateFreeSource(record, guards)) {
            return true;
        }
        List<Identifier> identifiers = record.standard().identifiers();
        for (int i = 0; i < keyed(record); i++) {
            if (isExclusive(record, i, identifiers.get(i), guards)) {
                return true;
            }
        }
        return false;
    }

    /** Those of a record of which it is known who gives them out; kinds that are no documents are their own scheme. */
    static ExclusiveValues ofKnownScheme(LiveRecord record, Guards guards) {
        return of(record, true, guards);
    }

    /** The others of a record, of kinds whose contradiction is conclusive. */
    static ExclusiveValues ofNoKnownScheme(LiveRecord record, Guards guards) {
        return of(record, false, guards);
    }

    private static ExclusiveValues of(LiveRecord record, boolean known, Guards guards) {
        Map<String, Set<String>> bySlot = new TreeMap<>();
        if (known && isOfDuplicateFreeSource(record, guards)) {
            bySlot.put(SOURCE + ':' + record.key().source(), Set.of(record.key().id()));
        }
        List<Identifier> identifiers = record.standard().identifiers();
        for (int i = 0; i < keyed(record); i++) {
            Identifier identifier = identifiers.get(i);
            if (isExclusive(record, i, identifier, guards)
                    && known == hasKnownScheme(identifier)
                    && (known || isConclusive(identifier, guards))) {
                bySlot.computeIfAbsent(identifier.type().name() + ':' + identifier.scope(), slot -> new HashSet<>())
                        .add(identifier.value());
            }
        }
        return bySlot.isEmpty() ? NONE : new ExclusiveValues(bySlot);
    }

    boolean isEmpty() {
        return bySlot.isEmpty();
    }

    /** These and others together. */
    ExclusiveValues and(ExclusiveValues others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        Map<String, Set<String>> all = new TreeMap<>();
        for (ExclusiveValues each : List.of(this, others)) {
            each.bySlot.forEach((slot, values) ->
                    all.computeIfAbsent(slot, name -> new HashSet<>()).addAll(values));
        }
        return new ExclusiveValues(all);
    }

    /** The first kind of which both have values in one scope, and none in common. */
    Optional<String> conflict(ExclusiveValues others) {
        if (isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, Set<String>> entry : bySlot.entrySet()) {
            Set<String> theirs = others.bySlot.getOrDefault(entry.getKey(), Set.of());
            String kind = entry.getKey().substring(0, entry.getKey().indexOf(':'));
            boolean slipsCount = !kind.equals(SOURCE);
            if (!theirs.isEmpty() && haveNoneInCommon(entry.getValue(), theirs, slipsCount)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** A value and the same value mistyped are in common where slips count; ids that a source gives out have none. */
    private static boolean haveNoneInCommon(Set<String> ours, Set<String> theirs, boolean slipsCount) {
        return Collections.disjoint(ours, theirs)
                && (!slipsCount
                        || ours.stream().noneMatch(mine -> theirs.stream()
                                .anyMatch(other -> Contradiction.isSlip(mine, other))));
    }

    private static boolean isOfDuplicateFreeSource(LiveRecord record, Guards guards) {
        return guards.duplicateFree().contains(record.key().source());
    }

    private static boolean hasKnownScheme(Identifier identifier) {
        return !identifier.scope().isEmpty()
                || Comparison.ofDocument(identifier.type()).isEmpty();
    }

    private static boolean isConclusive(Identifier identifier, Guards guards) {
        return Comparison.ofDocument(identifier.type())
                .filter(guards.conclusive()::contains)
                .isPresent();
    }

    private static boolean isExclusive(LiveRecord record, int i, Identifier identifier, Guards guards) {
        return guards.exclusive().contains(identifier.type())
                && identifier.role() == IdentifierRole.OWNER
                && record.isEvidence(i);
    }

    /** How many of a record's identifiers have a key, and so a place in its masks. */
    private static int keyed(LiveRecord record) {
        return Math.min(
                record.standard().identifiers().size(), record.standard().keys().size());
    }
}
