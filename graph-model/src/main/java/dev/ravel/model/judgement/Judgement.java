package dev.ravel.model.judgement;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A decision about records by a person: a fact that is superseded, never edited.
 *
 * <p>{@link Verdict#SAME} and {@link Verdict#UNSURE} have one group; {@link Verdict#NOT_SAME} has at least two, and
 * speaks of every pair of records from different groups. It binds the record keys listed, whether or not they are live.
 *
 * @param id unique id; judgements of one operation share its prefix
 * @param operation the id of the operation that made it, which is what {@code undo} takes back
 * @param verdict what it says
 * @param groups the groups of records, disjoint and not empty
 * @param actor who decided
 * @param reason why, not blank
 * @param at when
 * @param ticket where the case is kept elsewhere, empty text if nowhere
 * @param reviewAt when a person should look again; nothing expires by itself
 * @param evidence what the graph had to say of these records when it was made: the kept pairs that it speaks of, with weight,
 *     status, rule and comparison levels, the heaviest first; names records, never their values
 */
public record Judgement(
        String id,
        String operation,
        Verdict verdict,
        List<SortedSet<RecordKey>> groups,
        String actor,
        String reason,
        Instant at,
        String ticket,
        Optional<Instant> reviewAt,
        List<String> evidence) {
    public Judgement {
        requireText("id", id);
        requireText("operation", operation);
        Objects.requireNonNull(verdict, "verdict");
        requireText("actor", actor);
        requireText("reason", reason);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(reviewAt, "reviewAt");
        evidence = List.copyOf(evidence);
        groups = groups.stream().<SortedSet<RecordKey>>map(TreeSet::new).toList();
        if (verdict == Verdict.NOT_SAME ? groups.size() < 2 : groups.size() != 1) {
            throw new IllegalArgumentException(verdict + " with " + groups.size() + " groups");
        }
        Set<RecordKey> seen = new HashSet<>();
        for (Set<RecordKey> group : groups) {
            if (group.isEmpty()) {
                throw new IllegalArgumentException("a group of a judgement is empty");
            }
            for (RecordKey key : group) {
                if (!seen.add(key)) {
                    throw new IllegalArgumentException(key + " is in two groups of one judgement");
                }
            }
        }
    }

    /** A judgement without a ticket, a day to look again and evidence. */
    public Judgement(
            String id,
            String operation,
            Verdict verdict,
            List<SortedSet<RecordKey>> groups,
            String actor,
            String reason,
            Instant at) {
        this(id, operation, verdict, groups, actor, reason, at, "", Optional.empty(), List.of());
    }

    /** The same with what the graph had to say. */
    public Judgement withEvidence(List<String> known) {
        return new Judgement(id, operation, verdict, groups, actor, reason, at, ticket, reviewAt, known);
    }

    /** All records that it speaks of, in ascending order. */
    public SortedSet<RecordKey> records() {
        return groups.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it says of two records; empty if it says nothing of the two, or they are on one side of a NOT_SAME. */
    public Optional<Verdict> on(RecordPair pair) {
        int smaller = group(pair.smaller());
        int larger = group(pair.larger());
        boolean speaks = smaller >= 0 && larger >= 0 && (smaller == larger) != (verdict == Verdict.NOT_SAME);
        return speaks ? Optional.of(verdict) : Optional.empty();
    }

    private int group(RecordKey record) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(record)) {
                return i;
            }
        }
        return -1;
    }

    private static void requireText(String what, String value) {
        if (Objects.requireNonNull(value, what).isBlank()) {
            throw new IllegalArgumentException("the " + what + " of a judgement is blank");
        }
    }
}
