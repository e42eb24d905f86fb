package dev.ravel.resolver.region;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The pairs that a standing judgement speaks of itself, so that nobody needs to be asked about them again. */
final class SettledPairs {
    private final Map<RecordKey, List<Judgement>> byRecord = new HashMap<>();

    SettledPairs(Collection<Judgement> standing) {
        for (Judgement judgement : standing) {
            for (SortedSet<RecordKey> group : judgement.groups()) {
                for (RecordKey record : group) {
                    byRecord.computeIfAbsent(record, key -> new ArrayList<>()).add(judgement);
                }
            }
        }
    }

    /** Whether a judgement has the two on different sides. */
    boolean apart(RecordPair pair) {
        return byRecord.getOrDefault(pair.smaller(), List.of()).stream()
                .anyMatch(judgement -> judgement.verdict() == Verdict.NOT_SAME
                        && judgement.groups().stream().anyMatch(group -> group.contains(pair.larger()))
                        && judgement.groups().stream()
                                .noneMatch(group -> group.contains(pair.smaller()) && group.contains(pair.larger())));
    }

    /** Whether a person has looked at the two already: found them different, or could not tell. */
    boolean looked(RecordPair pair) {
        return apart(pair)
                || byRecord.getOrDefault(pair.smaller(), List.of()).stream()
                        .anyMatch(judgement -> judgement.verdict() == Verdict.UNSURE
                                && judgement.groups().get(0).contains(pair.larger()));
    }
}
