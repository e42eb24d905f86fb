package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.CandidatePairs;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers why two records are, or are not, one customer, from the stored graph. Thread-safe. */
public final class Explainer {
    /** The most standardised records remembered between answers. */
    private static final int REMEMBERED_RECORDS = 1_000;

    private final Resolver resolver;
    private final EntityReader reader;
    private final StandardRecords standards;

    public Explainer(Resolver resolver, EntityReader reader) {
        this.resolver = resolver;
        this.reader = reader;
        this.standards = new StandardRecords(resolver.standardiser(), REMEMBERED_RECORDS);
    }

    /**
     * Explains two live records.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code NOT_FOUND} if one is not live, or {@code
     *     INVALID_INPUT} if they are the same record
     */
    public PairExplanation explain(RecordKey a, RecordKey b) {
        if (a.equals(b)) {
            throw new ResolutionException(ErrorCode.INVALID_INPUT, a + " is one record: name two");
        }
        RecordPair pair = RecordPair.of(a, b);
        Map<RecordKey, StoredRecord> stored = reader.recordsOf(List.of(a, b));
        StoredRecord smaller = live(stored, pair.smaller());
        StoredRecord larger = live(stored, pair.larger());
        LiveRecord left = standards.live(smaller);
        LiveRecord right = standards.live(larger);
        Explanation direct = resolver.scorer()
                .explain(
                        left,
                        right,
                        resolver.model(),
                        CandidatePairs.rule(left, right),
                        resolver.digest().hex());
        boolean sameEntity = smaller.entity().equals(larger.entity());
        List<Match> path = sameEntity ? path(smaller, pair) : List.of();
        List<SharedKey> shared = left.standard().keys().stream()
                .filter(key -> !key.isBlock() && right.standard().keys().contains(key))
                .sorted()
                .toList();
        List<StoredJudgement> judgements = reader.judgementsOf(List.of(a, b)).stream()
                .filter(judgement -> judgement.judgement().records().containsAll(List.of(a, b)))
                .toList();
        Optional<Match> kept = reader.matchesOf(List.of(a)).stream()
                .filter(match -> match.pair().equals(pair))
                .findFirst();
        String outcome = new Outcome(resolver.settings(), direct, path, kept, judgements).sentence(sameEntity);
        return new PairExplanation(
                direct,
                sameEntity,
                path,
                shared,
                shared.stream().filter(smaller.suppressed()::contains).toList(),
                judgements,
                outcome);
    }

    private List<Match> path(StoredRecord record, RecordPair pair) {
        return record.entity()
                .flatMap(reader::entity)
                .map(entity -> StrongestPath.between(
                        pair.smaller(), pair.larger(), reader.matchesOf(entity.records()), entity.records()))
                .orElse(List.of());
    }

    private static StoredRecord live(Map<RecordKey, StoredRecord> stored, RecordKey key) {
        @Nullable StoredRecord record = stored.get(key);
        if (record == null || record.deleted()) {
            throw new ResolutionException(
                    ErrorCode.NOT_FOUND, record == null ? "there is no record " + key : key + " is deleted");
        }
        return record;
    }
}
