package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.CandidatePairs;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
        Explanation direct = compare(left, right);
        boolean sameEntity = smaller.entity().equals(larger.entity());
        List<Match> path = sameEntity ? path(smaller, pair) : List.of();
        List<SharedKey> shared = shared(left, right);
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
                steps(path),
                shared,
                shared.stream().filter(smaller.suppressed()::contains).toList(),
                judgements,
                resolver.model().name() + ' ' + resolver.model().version(),
                outcome);
    }

    private Explanation compare(LiveRecord left, LiveRecord right) {
        return resolver.scorer()
                .explain(
                        left,
                        right,
                        resolver.model(),
                        CandidatePairs.rule(left, right),
                        resolver.digest().hex());
    }

    private static List<SharedKey> shared(LiveRecord left, LiveRecord right) {
        return left.standard().keys().stream()
                .filter(key -> !key.isBlock() && right.standard().keys().contains(key))
                .sorted()
                .toList();
    }

    private List<PathStep> steps(List<Match> path) {
        Set<RecordKey> keys = new TreeSet<>();
        path.forEach(match ->
                keys.addAll(List.of(match.pair().smaller(), match.pair().larger())));
        Map<RecordKey, StoredRecord> stored = reader.recordsOf(keys);
        List<StoredJudgement> judgements = path.stream().anyMatch(match -> match.status() == MatchStatus.JUDGED)
                ? reader.judgementsOf(keys)
                : List.of();
        return path.stream()
                .map(match -> step(
                        match,
                        live(stored, match.pair().smaller()),
                        live(stored, match.pair().larger()),
                        judgements))
                .toList();
    }

    private PathStep step(Match match, StoredRecord smaller, StoredRecord larger, List<StoredJudgement> judgements) {
        LiveRecord left = standards.live(smaller);
        LiveRecord right = standards.live(larger);
        List<SharedKey> values = shared(left, right);
        Instant stored = smaller.recordedAt().isAfter(larger.recordedAt()) ? smaller.recordedAt() : larger.recordedAt();
        Instant since = judgements.stream()
                .map(StoredJudgement::judgement)
                .filter(judgement -> judgement.id().equals(match.cause()))
                .map(Judgement::at)
                .findFirst()
                .orElse(stored);
        return new PathStep(
                match,
                compare(left, right),
                values,
                values.stream().filter(smaller.suppressed()::contains).toList(),
                since);
    }

    /**
     * Explains why two live records are not one customer.
     *
     * @throws dev.ravel.resolver.error.ResolutionException as {@link #explain}
     */
    public WhyNot whyNot(RecordKey a, RecordKey b) {
        PairExplanation explanation = explain(a, b);
        if (explanation.sameEntity()) {
            return new WhyNot(explanation, List.of(), 0);
        }
        RecordPair pair = explanation.direct().pair();
        Map<RecordKey, StoredRecord> stored = reader.recordsOf(List.of(a, b));
        StoredRecord smaller = live(stored, pair.smaller());
        StoredRecord larger = live(stored, pair.larger());
        List<WhyNotReason> reasons = new Obstacles(
                        resolver.settings(),
                        reader,
                        standards.live(smaller),
                        standards.live(larger),
                        companions(smaller),
                        companions(larger))
                .of(explanation);
        double missing = Math.max(
                0, resolver.settings().matchWeight() - explanation.direct().weight());
        return new WhyNot(explanation, reasons, missing);
    }

    /**
     * The smallest set of shared identifiers without which two live records of one entity would be parted, searched up to
     * three values, {@value SeparatingValues#MAX_RESOLUTIONS} sets and {@value SeparatingValues#MAX_RECORDS} records.
     *
     * @return ascending; empty if they are not one entity, or if no such set is found
     * @throws dev.ravel.resolver.error.ResolutionException as {@link #explain}
     */
    public List<SharedKey> separatingValues(RecordKey a, RecordKey b) {
        Map<RecordKey, StoredRecord> stored = reader.recordsOf(List.of(a, b));
        StoredRecord one = live(stored, a);
        StoredRecord other = live(stored, b);
        if (a.equals(b) || !one.entity().equals(other.entity())) {
            return List.of();
        }
        SortedSet<RecordKey> members = companions(one);
        List<LiveRecord> records = reader.recordsOf(members).values().stream()
                .filter(record -> !record.deleted())
                .map(standards::live)
                .toList();
        List<Judgement> standing = reader.judgementsOf(members).stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .toList();
        return new SeparatingValues(resolver).of(a, b, records, standing).orElse(List.of());
    }

    private SortedSet<RecordKey> companions(StoredRecord record) {
        SortedSet<RecordKey> companions = new TreeSet<>(Set.of(record.key()));
        record.entity().flatMap(reader::entity).ifPresent(entity -> companions.addAll(entity.records()));
        return companions;
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
