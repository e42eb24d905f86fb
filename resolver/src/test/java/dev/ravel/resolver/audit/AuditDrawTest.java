package dev.ravel.resolver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.Decision;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditDrawTest {
    private static final int ALL = 100_000;

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private final List<SourceRecord> versions = new CustomerGenerator(3).versions(60);
    private int requests;

    @BeforeEach
    void aGraph() {
        Runs.applyInDisorder(store, versions, new Random(3));
        assertThat(merged()).hasSizeGreaterThan(30);
        assertThat(missed()).hasSizeGreaterThan(10);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void theStrataAreAllPairsThatWereMergedOrNearlySo() {
        AuditSample sample = draw("a", 1, 20);
        assertThat(population(sample, Decision.MERGE)).isEqualTo(merged().size());
        assertThat(population(sample, Decision.NEAR_MISS)).isEqualTo(missed().size());
        assertThat(sample.strata()).extracting(AuditSample.Stratum::rule).contains("PHONE", "");
        AuditSample whole = draw("b", 1, ALL);
        assertThat(pairs(whole, Decision.MERGE)).isEqualTo(merged());
        assertThat(pairs(whole, Decision.NEAR_MISS)).isEqualTo(missed());
    }

    @Test
    void theDrawDependsOnTheSeedAndNothingElse() {
        AuditSample first = draw("a", 1, 20);
        assertThat(draw("b", 1, 20).pairs()).isEqualTo(first.pairs());
        assertThat(draw("c", 2, 20).pairs()).isNotEqualTo(first.pairs());
        try (InMemoryStore other = Runs.openStore()) {
            Runs.applyAtOnce(other, versions);
            assertThat(new AuditDraw(Runs.RESOLVER, other, Runs.CLOCK)
                            .draw("a", 1, 20, seen -> {})
                            .pairs())
                    .isEqualTo(first.pairs());
        }
    }

    @Test
    void eachPairIsAQuestionOfTheQueue() {
        AuditSample sample = draw("spring", 1, 20);
        assertThat(store.openReviewItems(ALL))
                .extracting(StoredReviewItem::item)
                .filteredOn(item -> item.kind() == ReviewKind.AUDIT)
                .allSatisfy(item -> assertThat(item.cause()).isEqualTo("spring"))
                .extracting(item -> item.pair().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        sample.pairs().stream().map(DrawnPair::pair).toList());
        assertThat(store.auditSamples()).containsExactly(sample);
    }

    /** Answered whole, a sample of everything gives precision and recall exactly. */
    @Test
    void theReportOfAllPairsIsTheTruth() {
        Set<RecordPair> merged = merged();
        Set<RecordPair> missed = missed();
        AuditSample sample = draw("a", 1, ALL);
        int right = 0;
        int lost = 0;
        for (DrawnPair drawn : sample.pairs()) {
            if (truth(drawn.pair())) {
                right += merged.contains(drawn.pair()) ? 1 : 0;
                lost += missed.contains(drawn.pair()) ? 1 : 0;
            }
        }
        Map<RecordPair, Verdict> verdicts = new HashMap<>();
        sample.pairs()
                .forEach(drawn -> verdicts.put(drawn.pair(), truth(drawn.pair()) ? Verdict.SAME : Verdict.NOT_SAME));
        AuditReport report = AuditReport.of(sample, verdicts);
        assertThat(report.answered()).isEqualTo(merged.size() + missed.size());
        Estimate precision = report.accuracy().precision().orElseThrow();
        assertThat(precision.value()).isCloseTo((double) right / merged.size(), within());
        assertThat(precision.low()).isLessThan(precision.value());
        Estimate recall = report.accuracy().recall().orElseThrow();
        assertThat(recall.value()).isCloseTo((double) right / (right + lost), within());
        assertThat(report.byRule()).containsKey("PHONE");
        assertThat(report.bySource()).containsOnlyKeys("crm", "pos", "shop", "wechat");
        assertThat(report.byRule().get("").recall())
                .as("merged through others: nothing of the kind is ever a near miss")
                .hasValueSatisfying(share -> assertThat(share.value()).isEqualTo(1));
        assertThat(report.open()).isEmpty();
    }

    @Test
    void anAnswerIsWhatPersonsJudgedWhicheverWay() {
        AuditSample sample = draw("a", 1, ALL);
        int open = report("a").open().size();
        assertThat(open).isEqualTo(sample.pairs().size());
        RecordPair merged = first(sample, Decision.MERGE);
        Entity whole = store.entityOf(merged.smaller()).orElseThrow();
        String split = steward.detach(whole.id(), whole.membershipVersion(), merged.smaller(), request())
                .operation()
                .id();
        assertThat(isOpen(merged)).as("the detached record's question").isFalse();
        assertThat(closedBy(merged)).isEqualTo(split);
        assertThat(report("a").answered())
                .as("each pair of the record with the others")
                .isEqualTo(whole.records().size() - 1);

        RecordPair doubtful = pairs(sample, Decision.NEAR_MISS).stream()
                .sorted()
                .filter(this::isOpen)
                .filter(pair -> !whole.records().contains(pair.smaller())
                        && !whole.records().contains(pair.larger()))
                .findFirst()
                .orElseThrow();
        steward.judge(ReviewItem.idOf(ReviewKind.AUDIT, doubtful), Verdict.UNSURE, request());
        assertThat(isOpen(doubtful)).isFalse();
        assertThat(report("a").unsure()).isEqualTo(1);
        steward.undo(split, request());
        assertThat(report("a").answered()).as("taken back").isZero();
        assertThat(isOpen(merged)).as("asked again").isTrue();
        assertThat(isOpen(doubtful))
                .as("what was answered otherwise stays answered")
                .isFalse();
    }

    @Test
    void aQuestionOfWhichARecordHasGoneCloses() {
        AuditSample sample = draw("a", 1, ALL);
        RecordPair pair = first(sample, Decision.NEAR_MISS);
        Runs.applyAtOnce(store, List.of(SourceRecord.deletion(pair.larger(), Runs.NOW)));
        assertThat(isOpen(pair)).isFalse();
        assertThat(closedBy(pair)).isEqualTo("load-" + pair.larger().source());
        assertThat(report("a").answered()).isZero();
    }

    @Test
    void whatAPersonHasDecidedIsNotDrawn() {
        Entity large = GraphState.active(store).stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
        RecordKey first = large.records().first();
        steward.detach(large.id(), large.membershipVersion(), first, request());
        Entity rest = store.entityOf(large.records().last()).orElseThrow();
        Entity one = store.entityOf(first).orElseThrow();
        Entity other = GraphState.active(store).stream()
                .filter(entity -> !large.records().contains(entity.records().first()))
                .filter(entity -> entity.records().size() > 1)
                .findFirst()
                .orElseThrow();
        steward.merge(Map.of(one.id(), one.membershipVersion(), other.id(), other.membershipVersion()), request());

        Set<RecordPair> drawn =
                draw("a", 1, ALL).pairs().stream().map(DrawnPair::pair).collect(Collectors.toSet());
        assertThat(drawn)
                .as("the one that was parted and merged, beside those that this was about")
                .noneMatch(pair -> pair.contains(first)
                        && (large.records().contains(pair.other(first))
                                || other.records().contains(pair.other(first))));
        assertThat(drawn)
                .as("the others of both entities")
                .noneMatch(pair -> other.records().contains(pair.smaller())
                        && other.records().contains(pair.larger()))
                .anyMatch(pair -> rest.records().contains(pair.smaller()));
    }

    @Test
    void nothingIsDrawnTwiceUnderANameOrFromNothing() {
        draw("a", 1, 20);
        assertRefused(() -> draw("a", 2, 20), "another name");
        assertRefused(() -> draw("b", 2, 1), "at least 2");
        try (InMemoryStore empty = Runs.openStore()) {
            assertRefused(
                    () -> new AuditDraw(Runs.RESOLVER, empty, Runs.CLOCK).draw("a", 1, 20, seen -> {}), "nothing");
        }
    }

    private static void assertRefused(Runnable draw, String why) {
        assertThatThrownBy(draw::run)
                .isInstanceOfSatisfying(ResolutionException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining(why);
    }

    private AuditSample draw(String name, long seed, int size) {
        return new AuditDraw(Runs.RESOLVER, store, Runs.CLOCK).draw(name, seed, size, seen -> {});
    }

    private AuditReport report(String name) {
        return new AuditReports(store).of(name).orElseThrow();
    }

    /** The generator numbers its customers in the record ids. */
    private static boolean truth(RecordPair pair) {
        return person(pair.smaller()).equals(person(pair.larger()));
    }

    private static String person(RecordKey key) {
        return key.id().substring(0, key.id().indexOf('-'));
    }

    private boolean isOpen(RecordPair pair) {
        return store.reviewItem(ReviewItem.idOf(ReviewKind.AUDIT, pair))
                .orElseThrow()
                .open();
    }

    private String closedBy(RecordPair pair) {
        return store.reviewItem(ReviewItem.idOf(ReviewKind.AUDIT, pair))
                .orElseThrow()
                .closedBy();
    }

    private Set<RecordPair> merged() {
        Set<RecordPair> pairs = new HashSet<>();
        for (Entity entity : GraphState.active(store)) {
            for (RecordKey a : entity.records()) {
                entity.records().tailSet(a).stream()
                        .filter(b -> !b.equals(a))
                        .forEach(b -> pairs.add(RecordPair.of(a, b)));
            }
        }
        return pairs;
    }

    private Set<RecordPair> missed() {
        Map<RecordKey, EntityId> entityOf = new HashMap<>();
        GraphState.active(store)
                .forEach(entity -> entity.records().forEach(record -> entityOf.put(record, entity.id())));
        return store.matchesOf(store.recordKeys()).stream()
                .filter(match -> match.status() == MatchStatus.REVIEW || match.status() == MatchStatus.HELD)
                .map(Match::pair)
                .filter(pair -> !Optional.ofNullable(entityOf.get(pair.smaller()))
                        .equals(Optional.ofNullable(entityOf.get(pair.larger()))))
                .collect(Collectors.toSet());
    }

    private static long population(AuditSample sample, Decision decision) {
        return sample.strata().stream()
                .filter(stratum -> stratum.decision() == decision)
                .mapToLong(AuditSample.Stratum::population)
                .sum();
    }

    private static Set<RecordPair> pairs(AuditSample sample, Decision decision) {
        return sample.pairs().stream()
                .filter(drawn -> sample.strata().get(drawn.stratum()).decision() == decision)
                .map(DrawnPair::pair)
                .collect(Collectors.toSet());
    }

    private static RecordPair first(AuditSample sample, Decision decision) {
        return pairs(sample, decision).stream().sorted().findFirst().orElseThrow();
    }

    private StewardRequest request() {
        return new StewardRequest("li", "seen the papers", "request-" + requests++);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }
}
