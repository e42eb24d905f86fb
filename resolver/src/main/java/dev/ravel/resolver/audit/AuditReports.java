package dev.ravel.resolver.audit;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads audit samples with what persons answered. An answer is what the standing judgements say of the pair, whichever
 * question or operation they come from; one that was taken back is none.
 */
public final class AuditReports {
    private final EntityReader reader;

    public AuditReports(EntityReader reader) {
        this.reader = reader;
    }

    /** One report for each sample, oldest first. */
    public List<AuditReport> all() {
        return reader.auditSamples().stream().map(this::report).toList();
    }

    /** The report of one sample; empty if there is none of that name. */
    public Optional<AuditReport> of(String name) {
        return reader.auditSamples().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .map(this::report);
    }

    private AuditReport report(AuditSample sample) {
        Set<RecordKey> records = new TreeSet<>();
        for (DrawnPair drawn : sample.pairs()) {
            records.add(drawn.pair().smaller());
            records.add(drawn.pair().larger());
        }
        Map<RecordKey, List<Judgement>> byRecord = new HashMap<>();
        for (StoredJudgement stored : reader.judgementsOf(records)) {
            if (stored.stands()) {
                for (RecordKey record : stored.judgement().records()) {
                    byRecord.computeIfAbsent(record, key -> new ArrayList<>()).add(stored.judgement());
                }
            }
        }
        Map<RecordPair, Verdict> verdicts = new HashMap<>();
        for (DrawnPair drawn : sample.pairs()) {
            // Oldest first: where persons looked twice, the last answer counts.
            byRecord.getOrDefault(drawn.pair().smaller(), List.of())
                    .forEach(judgement ->
                            judgement.on(drawn.pair()).ifPresent(verdict -> verdicts.put(drawn.pair(), verdict)));
        }
        return AuditReport.of(sample, verdicts);
    }
}
