package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.record.RecordType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.Contradiction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which units of a component must not be one customer: a standing NOT_SAME has them on different sides; or both carry
 * values of an exclusive identifier of the same kind and scope and have none in common; or they are of different known
 * kinds of record; or their records contradict each other, see {@link Contradiction}. Only the customer's own identifiers
 * count, and no suppressed ones.
 *
 * <p>A contradiction is a conflict only where the model finds it conclusive, and never between two records that match in
 * spite of it: their weight has counted it already. The same holds for document numbers of no known scheme, in which
 * nothing tells a customer's number from a slip or a placeholder.
 */
final class Conflicts {
    /** The cause of a conflict between a person and an organisation. */
    static final String RECORD_TYPE = "type";

    private final Units units;
    private final List<Map<String, Set<String>>> exclusiveValues;
    private final List<Set<RecordType>> knownTypes;
    private final List<List<LiveRecord>> contradictable;
    private final Guards guards;
    private final Set<RecordPair> matched;

    /**
     * A reason to keep two units apart.
     *
     * @param guard {@link Guard#CANNOT_LINK} or {@link Guard#EXCLUSIVE_CONFLICT}
     * @param cause the judgement's id, or the kind of identifier
     */
    record Conflict(Guard guard, String cause) {}

    private Conflicts(
            Units units,
            List<Map<String, Set<String>>> exclusiveValues,
            List<Set<RecordType>> knownTypes,
            List<List<LiveRecord>> contradictable,
            Guards guards,
            Set<RecordPair> matched) {
        this.units = units;
        this.exclusiveValues = exclusiveValues;
        this.knownTypes = knownTypes;
        this.contradictable = contradictable;
        this.guards = guards;
        this.matched = matched;
    }

    /**
     * The conflicts among units.
     *
     * @param links the accepted links of the component
     */
    static Conflicts of(Units units, Guards guards, List<Link> links) {
        List<Map<String, Set<String>>> values = new ArrayList<>(Collections.nCopies(units.count(), Map.of()));
        List<Set<RecordType>> types = new ArrayList<>(units.count());
        List<List<LiveRecord>> contradictable = new ArrayList<>(units.count());
        for (int u = 0; u < units.count(); u++) {
            types.add(EnumSet.noneOf(RecordType.class));
            contradictable.add(new ArrayList<>());
        }
        for (int i = 0; i < units.records().size(); i++) {
            LiveRecord record = units.records().get(i);
            int unit = units.unitOf(i);
            if (record.standard().type() != RecordType.UNKNOWN) {
                types.get(unit).add(record.standard().type());
            }
            collectExclusive(record, unit, values, guards);
            if (mayContradict(record, guards)) {
                contradictable.get(unit).add(record);
            }
        }
        Set<RecordPair> matched = new HashSet<>();
        links.forEach(link -> matched.add(link.pair()));
        return new Conflicts(units, values, types, contradictable, guards, matched);
    }

    /** What holds where {@link #possible} says no and nobody judged: no two units are in conflict. */
    static Conflicts none(Units units, Guards guards) {
        int n = units.count();
        return new Conflicts(
                units,
                Collections.nCopies(n, Map.of()),
                Collections.nCopies(n, Set.of()),
                Collections.nCopies(n, List.of()),
                guards,
                Set.of());
    }

    /**
     * Whether there may be any conflict among records that nobody judged: a quick look that says yes too often, and no
     * only if there is none.
     */
    static boolean possible(List<LiveRecord> records, Guards guards) {
        RecordType known = RecordType.UNKNOWN;
        int carriers = 0;
        int contradictable = 0;
        for (LiveRecord record : records) {
            RecordType type = record.standard().type();
            if (!type.compatibleWith(known)) {
                return true;
            }
            known = type == RecordType.UNKNOWN ? known : type;
            if (carriesExclusive(record, guards) && ++carriers > 1) {
                return true;
            }
            if (mayContradict(record, guards) && ++contradictable > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether any two units are in conflict. */
    boolean any(int[] among) {
        for (int i = 0; i < among.length; i++) {
            for (int j = i + 1; j < among.length; j++) {
                if (between(among[i], among[j]).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Why two units must stay apart, the judgement first; empty if they need not. */
    Optional<Conflict> between(int a, int b) {
        String judgement = Units.opposed(units.sides(a), units.sides(b));
        if (!judgement.isEmpty()) {
            return Optional.of(new Conflict(Guard.CANNOT_LINK, judgement));
        }
        Map<String, Set<String>> ours = exclusiveValues.get(a);
        Map<String, Set<String>> theirs = exclusiveValues.get(b);
        if (!ours.isEmpty() && !theirs.isEmpty()) {
            for (Map.Entry<String, Set<String>> entry : ours.entrySet()) {
                Set<String> other = theirs.get(entry.getKey());
                if (other != null && haveNoneInCommon(entry.getValue(), other)) {
                    return Optional.of(new Conflict(Guard.EXCLUSIVE_CONFLICT, kind(entry.getKey())));
                }
            }
        }
        Set<RecordType> ourTypes = knownTypes.get(a);
        Set<RecordType> theirTypes = knownTypes.get(b);
        if (!ourTypes.isEmpty() && !theirTypes.isEmpty() && Collections.disjoint(ourTypes, theirTypes)) {
            return Optional.of(new Conflict(Guard.EXCLUSIVE_CONFLICT, RECORD_TYPE));
        }
        return contradiction(contradictable.get(a), contradictable.get(b));
    }

    private Optional<Conflict> contradiction(List<LiveRecord> ours, List<LiveRecord> theirs) {
        for (LiveRecord mine : ours) {
            for (LiveRecord other : theirs) {
                if (!matched.contains(RecordPair.of(mine.key(), other.key()))) {
                    Optional<String> contradicted =
                            otherNumber(mine, other).or(() -> Contradiction.between(mine, other, guards.conclusive()));
                    if (contradicted.isPresent()) {
                        return contradicted.map(cause -> new Conflict(Guard.EXCLUSIVE_CONFLICT, cause));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The kind of an exclusive document of which the two have numbers of no known scheme, and none in common. */
    private Optional<String> otherNumber(LiveRecord a, LiveRecord b) {
        Map<String, Set<String>> ours = new TreeMap<>();
        Map<String, Set<String>> theirs = new TreeMap<>();
        collect(a, ours, false, guards);
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        collect(b, theirs, false, guards);
        return ours.keySet().stream()
                .filter(theirs::containsKey)
                .filter(slot ->
                        haveNoneInCommon(ours.getOrDefault(slot, Set.of()), theirs.getOrDefault(slot, Set.of())))
                .map(Conflicts::kind)
                .findFirst();
    }

    private static boolean mayContradict(LiveRecord record, Guards guards) {
        return Contradiction.isPossible(record.standard()) || carriesExclusive(record, guards);
    }

    /** A value and the same value mistyped are in common. */
    private static boolean haveNoneInCommon(Set<String> ours, Set<String> theirs) {
        if (!Collections.disjoint(ours, theirs)) {
            return false;
        }
        return ours.stream().noneMatch(mine -> theirs.stream().anyMatch(other -> Contradiction.isSlip(mine, other)));
    }

    private static boolean carriesExclusive(LiveRecord record, Guards guards) {
        List<Identifier> identifiers = record.standard().identifiers();
        for (int i = 0; i < keyed(record); i++) {
            if (isExclusive(record, i, identifiers.get(i), guards)) {
                return true;
            }
        }
        return false;
    }

    private static void collectExclusive(
            LiveRecord record, int unit, List<Map<String, Set<String>>> values, Guards guards) {
        Map<String, Set<String>> own = new TreeMap<>();
        collect(record, own, true, guards);
        if (!own.isEmpty()) {
            if (values.get(unit).isEmpty()) {
                values.set(unit, new TreeMap<>());
            }
            own.forEach((slot, found) -> values.get(unit)
                    .computeIfAbsent(slot, name -> new HashSet<>())
                    .addAll(found));
        }
    }

    /** Adds a record's exclusive values by kind and scope: those of a known scheme, or the others that count. */
    private static void collect(LiveRecord record, Map<String, Set<String>> values, boolean known, Guards guards) {
        List<Identifier> identifiers = record.standard().identifiers();
        for (int i = 0; i < keyed(record); i++) {
            Identifier identifier = identifiers.get(i);
            if (isExclusive(record, i, identifier, guards)
                    && known == hasKnownScheme(identifier)
                    && (known || isConclusive(identifier.type(), guards))) {
                values.computeIfAbsent(slot(identifier.type(), identifier.scope()), slot -> new HashSet<>())
                        .add(identifier.value());
            }
        }
    }

    /** Whether it is known who gives out such numbers; kinds that are no documents are their own scheme. */
    private static boolean hasKnownScheme(Identifier identifier) {
        return !identifier.scope().isEmpty()
                || Comparison.ofDocument(identifier.type()).isEmpty();
    }

    private static boolean isConclusive(IdentifierType type, Guards guards) {
        return Comparison.ofDocument(type).filter(guards.conclusive()::contains).isPresent();
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

    private static String slot(IdentifierType type, String scope) {
        return type.name() + ':' + scope;
    }

    private static String kind(String slot) {
        return slot.substring(0, slot.indexOf(':'));
    }
}
