package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.record.RecordType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.Contradiction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final List<ExclusiveValues> exclusiveValues;
    private final List<Set<RecordType>> knownTypes;
    private final List<List<Contradictable>> contradictable;
    private final ContradictionTable table;
    private final Set<RecordPair> matched;

    /**
     * A reason to keep two units apart.
     *
     * @param guard {@link Guard#CANNOT_LINK} or {@link Guard#EXCLUSIVE_CONFLICT}
     * @param cause the judgement's id, or the kind of identifier
     */
    record Conflict(Guard guard, String cause) {}

    /**
     * A record that another may contradict.
     *
     * @param way how its names and dates are written, a number of the table
     * @param numbers its numbers of conclusive documents of no known scheme
     */
    private record Contradictable(LiveRecord record, int way, ExclusiveValues numbers) {}

    private Conflicts(
            Units units,
            List<ExclusiveValues> exclusiveValues,
            List<Set<RecordType>> knownTypes,
            List<List<Contradictable>> contradictable,
            ContradictionTable table,
            Set<RecordPair> matched) {
        this.units = units;
        this.exclusiveValues = exclusiveValues;
        this.knownTypes = knownTypes;
        this.contradictable = contradictable;
        this.table = table;
        this.matched = matched;
    }

    /**
     * The conflicts among units.
     *
     * @param links the accepted links of the component
     */
    static Conflicts of(Units units, Guards guards, List<Link> links) {
        List<ExclusiveValues> values = new ArrayList<>(Collections.nCopies(units.count(), ExclusiveValues.NONE));
        List<Set<RecordType>> types = new ArrayList<>(units.count());
        List<List<Contradictable>> contradictable = new ArrayList<>(units.count());
        ContradictionTable table = new ContradictionTable(guards.conclusive());
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
            values.set(unit, values.get(unit).and(ExclusiveValues.ofKnownScheme(record, guards)));
            if (mayContradict(record, guards)) {
                contradictable.get(unit).add(contradictable(record, table, guards));
            }
        }
        Set<RecordPair> matched = new HashSet<>();
        links.forEach(link -> matched.add(link.pair()));
        return new Conflicts(units, values, types, contradictable, table, matched);
    }

    /** What holds where {@link #possible} says no and nobody judged: no two units are in conflict. */
    static Conflicts none(Units units, Guards guards) {
        int n = units.count();
        return new Conflicts(
                units,
                Collections.nCopies(n, ExclusiveValues.NONE),
                Collections.nCopies(n, Set.of()),
                Collections.nCopies(n, List.of()),
                new ContradictionTable(guards.conclusive()),
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
            if (ExclusiveValues.isCarriedBy(record, guards) && ++carriers > 1) {
                return true;
            }
            if (mayContradict(record, guards) && ++contradictable > 1) {
                return true;
            }
        }
        return false;
    }

    private static Contradictable contradictable(LiveRecord record, ContradictionTable table, Guards guards) {
        return new Contradictable(record, table.add(record), ExclusiveValues.ofNoKnownScheme(record, guards));
    }

    /** Whether any two units are in conflict. */
    boolean any(int[] among) {
        if (areAlike(among)) {
            return false;
        }
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
        Optional<String> otherNumber = exclusiveValues.get(a).conflict(exclusiveValues.get(b));
        if (otherNumber.isPresent()) {
            return otherNumber.map(kind -> new Conflict(Guard.EXCLUSIVE_CONFLICT, kind));
        }
        Set<RecordType> ourTypes = knownTypes.get(a);
        Set<RecordType> theirTypes = knownTypes.get(b);
        if (!ourTypes.isEmpty() && !theirTypes.isEmpty() && Collections.disjoint(ourTypes, theirTypes)) {
            return Optional.of(new Conflict(Guard.EXCLUSIVE_CONFLICT, RECORD_TYPE));
        }
        return contradiction(contradictable.get(a), contradictable.get(b));
    }

    /** A quick look at all units together: true only if no two are in conflict, as in most entities. */
    private boolean areAlike(int[] among) {
        Map<String, Integer> sides = new HashMap<>();
        ExclusiveValues exclusive = ExclusiveValues.NONE;
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        BitSet ways = new BitSet();
        for (int unit : among) {
            for (Units.Side side : units.sides(unit)) {
                Integer other = sides.put(side.judgement(), side.group());
                if (other != null && other != side.group()) {
                    return false;
                }
            }
            ExclusiveValues own = exclusiveValues.get(unit);
            if (!own.isEmpty() && !exclusive.isEmpty() && !own.equals(exclusive)) {
                return false;
            }
            exclusive = own.isEmpty() ? exclusive : own;
            types.addAll(knownTypes.get(unit));
            for (Contradictable record : contradictable.get(unit)) {
                if (!record.numbers().isEmpty()) {
                    return false;
                }
                ways.set(record.way());
            }
        }
        return types.size() < 2 && agree(ways);
    }

    private boolean agree(BitSet ways) {
        for (int a = ways.nextSetBit(0); a >= 0; a = ways.nextSetBit(a + 1)) {
            for (int b = a; b >= 0; b = ways.nextSetBit(b + 1)) {
                if (table.between(a, b).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<Conflict> contradiction(List<Contradictable> ours, List<Contradictable> theirs) {
        for (Contradictable mine : ours) {
            for (Contradictable other : theirs) {
                Optional<String> contradicted = contradiction(mine, other);
                if (contradicted.isPresent()) {
                    return contradicted.map(cause -> new Conflict(Guard.EXCLUSIVE_CONFLICT, cause));
                }
            }
        }
        return Optional.empty();
    }

    /** The cheap questions first: nearly all pairs have no contradiction. */
    private Optional<String> contradiction(Contradictable ours, Contradictable theirs) {
        Optional<String> number = ours.numbers().conflict(theirs.numbers());
        Optional<Comparison> written = table.between(ours.way(), theirs.way());
        if ((number.isEmpty() && written.isEmpty())
                || matched.contains(
                        RecordPair.of(ours.record().key(), theirs.record().key()))) {
            return Optional.empty();
        }
        return number.or(
                () -> written.filter(comparison -> !Contradiction.shareDocument(ours.record(), theirs.record()))
                        .map(Comparison::label));
    }

    private static boolean mayContradict(LiveRecord record, Guards guards) {
        return Contradiction.isPossible(record.standard()) || ExclusiveValues.isCarriedBy(record, guards);
    }
}
