package dev.ravel.resolver.audit;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.Decision;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.AuditSample.Stratum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pairs to draw from, by what the graph decided and by which rule. Memory grows with strata times size, not with pairs. */
final class Strata {
    private final long seed;
    private final int ofEach;
    private final Map<Decision, SortedMap<String, StratumDraw>> draws = new EnumMap<>(Decision.class);

    /**
     * No pairs yet.
     *
     * @param ofEach how many pairs will be drawn of each decision
     */
    Strata(long seed, int ofEach) {
        this.seed = seed;
        this.ofEach = ofEach;
        for (Decision decision : Decision.values()) {
            draws.put(decision, new TreeMap<>());
        }
    }

    void add(Decision decision, String rule, RecordPair pair) {
        draws.getOrDefault(decision, new TreeMap<>())
                .computeIfAbsent(rule, key -> new StratumDraw(seed, ofEach))
                .add(pair);
    }

    AuditSample draw(String name, Instant at, String digest) {
        List<Stratum> strata = new ArrayList<>();
        List<DrawnPair> pairs = new ArrayList<>();
        draws.forEach((decision, byRule) -> {
            int[] shares = Allocation.of(
                    byRule.values().stream().mapToLong(StratumDraw::population).toArray(), ofEach);
            int own = 0;
            for (Map.Entry<String, StratumDraw> entry : byRule.entrySet()) {
                int index = strata.size();
                StratumDraw draw = entry.getValue();
                strata.add(new Stratum(decision, entry.getKey(), draw.population()));
                draw.drawn(shares[own++]).forEach(pair -> pairs.add(new DrawnPair(index, pair)));
            }
        });
        return new AuditSample(name, at, seed, digest, strata, pairs);
    }
}
