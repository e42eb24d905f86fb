package dev.ravel.resolver.audit;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.Decision;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws pairs that the graph has decided without a person, and puts them into the review queue.
 *
 * <p>Drawn from are all pairs of records of one entity, and all kept pairs of records of two entities whose weight reached
 * the review threshold; pairs that a person has decided are left out. Each of the two gives half of the sample, stratified
 * by rule. Reads the whole graph, a page of entities at a time; what is written meanwhile may be in the draw or not.
 */
public final class AuditDraw {
    private static final int PAGE = 500;

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;
    private final StandardRecords standards;

    /**
     * A draw from a graph.
     *
     * @param resolver the resolution of the graph, which weighs the pairs drawn
     * @param clock says when it is drawn
     */
    public AuditDraw(Resolver resolver, ResolutionStore store, Clock clock) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.standards = new StandardRecords(resolver.standardiser(), PAGE);
    }

    /**
     * Draws a sample and asks about its pairs. The same graph, seed and size give the same pairs.
     *
     * @param name a new name, not blank
     * @param size how many pairs, at least 2; fewer if there are not so many, a few more if there are very many strata
     * @param progress is told how many entities have been looked at
     * @throws ResolutionException with {@code INVALID_INPUT} if there is a sample of that name, if the size is below 2, or if
     *     there is nothing to draw from; nothing is written then
     */
    public AuditSample draw(String name, long seed, int size, LongConsumer progress) {
        require(!name.isBlank(), "the name of the audit sample is blank");
        require(size >= 2, "an audit sample needs at least 2 pairs, not " + size);
        require(
                store.auditSamples().stream().noneMatch(sample -> sample.name().equals(name)),
                "there is an audit sample " + name + " already: give another name");
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditSample sample = count(new Strata(seed, (size + 1) / 2), progress)
                .draw(name, at, resolver.digest().hex());
        require(
                !sample.pairs().isEmpty(),
                "there is nothing to audit: no two records were merged, or nearly so, without a person");
        GraphChange.Builder write = new GraphChange.Builder();
        write.auditSample = Optional.of(sample);
        write.reviewOpened.addAll(questions(sample));
        store.inTransaction(transaction -> {
            transaction.write(write.build(at));
            return sample;
        });
        return sample;
    }

    private Strata count(Strata strata, LongConsumer progress) {
        long seen = 0;
        List<Entity> page = store.page(Optional.empty(), PAGE, 1);
        while (!page.isEmpty()) {
            add(page, strata);
            seen += page.size();
            progress.accept(seen);
            page = store.page(Optional.of(page.get(page.size() - 1).id()), PAGE, 1);
        }
        return strata;
    }

    private void add(List<Entity> page, Strata strata) {
        Set<RecordKey> members = new TreeSet<>();
        page.forEach(entity -> members.addAll(entity.records()));
        Decided decided = new Decided(store.judgementsOf(members).stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .toList());
        Map<RecordPair, String> ruleOf = new HashMap<>();
        Set<RecordPair> missed = new HashSet<>();
        for (Match match : store.matchesOf(members)) {
            ruleOf.put(match.pair(), match.rule());
            // Of two entities on different pages that of the smaller record counts the pair.
            if (isNearMiss(match) && members.contains(match.pair().smaller())) {
                missed.add(match.pair());
            }
        }
        for (Entity entity : page) {
            List<RecordKey> records = List.copyOf(entity.records());
            for (int i = 0; i < records.size(); i++) {
                for (int j = i + 1; j < records.size(); j++) {
                    RecordPair pair = new RecordPair(records.get(i), records.get(j));
                    missed.remove(pair);
                    if (!decided.on(pair)) {
                        strata.add(Decision.MERGE, ruleOf.getOrDefault(pair, ""), pair);
                    }
                }
            }
        }
        missed.stream()
                .filter(pair -> !decided.on(pair))
                .forEach(pair -> strata.add(Decision.NEAR_MISS, ruleOf.getOrDefault(pair, ""), pair));
    }

    /** What a guard cut was decided without a person; what a judgement blocks was not. */
    private static boolean isNearMiss(Match match) {
        return match.status() == MatchStatus.REVIEW || match.status() == MatchStatus.HELD;
    }

    /** The questions, but for pairs of which a record has gone meanwhile. */
    private List<ReviewItem> questions(AuditSample sample) {
        Set<RecordKey> records = new TreeSet<>();
        for (DrawnPair drawn : sample.pairs()) {
            records.add(drawn.pair().smaller());
            records.add(drawn.pair().larger());
        }
        Map<RecordKey, StoredRecord> stored = store.recordsOf(records);
        List<ReviewItem> questions = new ArrayList<>();
        for (DrawnPair drawn : sample.pairs()) {
            @Nullable StoredRecord a = stored.get(drawn.pair().smaller());
            @Nullable StoredRecord b = stored.get(drawn.pair().larger());
            if (a != null && b != null && !a.deleted() && !b.deleted()) {
                double weight = resolver.scorer().score(standards.live(a), standards.live(b), resolver.model());
                questions.add(ReviewItem.of(ReviewKind.AUDIT, drawn.pair(), weight, sample.name()));
            }
        }
        return questions;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ResolutionException(ErrorCode.INVALID_INPUT, otherwise);
        }
    }
}
