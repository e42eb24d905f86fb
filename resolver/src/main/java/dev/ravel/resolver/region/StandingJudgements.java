package dev.ravel.resolver.region;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The standing judgements, found by the records that they name. Immutable. */
final class StandingJudgements {
    private final Map<RecordKey, List<Judgement>> byRecord = new HashMap<>();

    StandingJudgements(Collection<Judgement> standing) {
        for (Judgement judgement : standing) {
            for (SortedSet<RecordKey> group : judgement.groups()) {
                for (RecordKey record : group) {
                    byRecord.computeIfAbsent(record, key -> new ArrayList<>()).add(judgement);
                }
            }
        }
    }

    /** The judgements that name any of these records, each once, ascending by id. */
    List<Judgement> naming(Collection<LiveRecord> records) {
        if (byRecord.isEmpty()) {
            return List.of();
        }
        SortedMap<String, Judgement> found = new TreeMap<>();
        for (LiveRecord record : records) {
            for (Judgement judgement : byRecord.getOrDefault(record.key(), List.of())) {
                found.put(judgement.id(), judgement);
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether a judgement itself has the two on different sides. */
    boolean setApart(RecordPair pair) {
        return byRecord.getOrDefault(pair.smaller(), List.of()).stream()
                .anyMatch(judgement -> judgement.verdict() == Verdict.NOT_SAME
                        && judgement.groups().stream().anyMatch(group -> group.contains(pair.larger()))
                        && judgement.groups().stream()
                                .noneMatch(group -> group.contains(pair.smaller()) && group.contains(pair.larger())));
    }

    /** Whether a person has looked at the two already, and found them different or could not tell. */
    boolean looked(RecordPair pair) {
        return setApart(pair)
                || byRecord.getOrDefault(pair.smaller(), List.of()).stream()
                        .anyMatch(judgement -> judgement.verdict() == Verdict.UNSURE
                                && judgement.groups().get(0).contains(pair.larger()));
    }
}
