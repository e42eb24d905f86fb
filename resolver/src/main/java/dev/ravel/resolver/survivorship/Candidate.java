package dev.ravel.resolver.survivorship;

import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * A value that may survive: equal standardised values of several records, represented by their best witness.
 *
 * @param value the value as the best witness has it
 * @param position where among the witness's own values it stands, from 0
 * @param witness the record
 * @param trust the trust in the witness's source
 * @param observedAt when the witness was observed
 * @param support how many records have an equal standardised value
 */
record Candidate(String value, int position, RecordKey witness, int trust, Instant observedAt, int support) {
    /** Higher trust first, then newer, then the smaller key, then the order in the record. */
    static final Comparator<Candidate> BETTER_WITNESS = Comparator.comparingInt(Candidate::trust)
            .reversed()
            .thenComparing(Candidate::observedAt, Comparator.reverseOrder())
            .thenComparing(Candidate::witness)
            .thenComparingInt(Candidate::position);

    /** The two as one candidate: the better witness, and the support of both. */
    Candidate and(Candidate other) {
        Candidate better = BETTER_WITNESS.compare(this, other) <= 0 ? this : other;
        return new Candidate(
                better.value,
                better.position,
                better.witness,
                better.trust,
                better.observedAt,
                support + other.support);
    }
}
