package dev.ravel.resolver.audit;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.clustering.DisjointSets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pairs persons have decided: by a judgement that speaks of the two, or by a chain of SAME judgements. */
final class Decided {
    private final Map<RecordKey, Integer> number = new HashMap<>();
    private final Map<RecordKey, List<Judgement>> byRecord = new HashMap<>();
    private final DisjointSets same;

    /** Under these standing judgements. */
    Decided(Collection<Judgement> standing) {
        for (Judgement judgement : standing) {
            for (RecordKey record : judgement.records()) {
                number.putIfAbsent(record, number.size());
                byRecord.computeIfAbsent(record, key -> new ArrayList<>()).add(judgement);
            }
        }
        this.same = new DisjointSets(number.size());
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                int first = number.getOrDefault(judgement.records().first(), 0);
                judgement.records().forEach(record -> same.union(first, number.getOrDefault(record, first)));
            }
        }
    }

    boolean on(RecordPair pair) {
        @Nullable Integer smaller = number.get(pair.smaller());
        @Nullable Integer larger = number.get(pair.larger());
        if (smaller == null || larger == null) {
            return false;
        }
        return same.find(smaller) == same.find(larger)
                || byRecord.getOrDefault(pair.smaller(), List.of()).stream()
                        .anyMatch(judgement -> judgement.on(pair).isPresent());
    }
}
