package dev.ravel.model.review;

import dev.ravel.model.evidence.RecordPair;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Pairs of records drawn at random and put to people, so that precision and recall can be estimated from the answers. A fact
 * of the moment of the draw; what became of the pairs since is not in it.
 *
 * @param name unique name, not blank
 * @param at when it was drawn, recorded time
 * @param seed what the draw depends on, beside the graph
 * @param digest the resolution digest of the graph at that time
 * @param strata what was drawn from, ascending by kind, then rule
 * @param pairs the pairs drawn, ascending by stratum, then pair
 */
public record AuditSample(
        String name, Instant at, long seed, String digest, List<Stratum> strata, List<DrawnPair> pairs) {
    private static final Comparator<DrawnPair> ORDER =
            Comparator.comparingInt(DrawnPair::stratum).thenComparing(DrawnPair::pair);

    public AuditSample {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(digest, "digest");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of an audit sample is blank");
        }
        strata = List.copyOf(strata);
        pairs = pairs.stream().sorted(ORDER).toList();
        for (DrawnPair drawn : pairs) {
            Objects.checkIndex(drawn.stratum(), strata.size());
        }
    }

    /** What the graph had decided about the pairs of a stratum, without a person. */
    public enum Decision {
        /** The two are in one entity. */
        MERGE,
        /** The two are not, but their weight reached the review threshold. */
        NEAR_MISS
    }

    /**
     * A class of pairs that are drawn from alike.
     *
     * @param decision what the graph had decided
     * @param rule the identifier kind or blocking rule that made them candidate pairs; empty for two records of one entity
     *     that hold together through others only
     * @param population how many such pairs there were
     */
    public record Stratum(Decision decision, String rule, long population) {
        public Stratum {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(rule, "rule");
        }
    }

    /**
     * A pair that was drawn.
     *
     * @param stratum the index of its stratum
     * @param pair the records
     */
    public record DrawnPair(int stratum, RecordPair pair) {
        public DrawnPair {
            Objects.requireNonNull(pair, "pair");
        }
    }
}
