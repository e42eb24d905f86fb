package dev.ravel.resolver.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredJudgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ways in which other systems lose an un-merge, or lose data with it. Each test is one of them, as their own
 * documentation and issues tell it, and shows that it does not happen here. The case: 王小明 and 王小敏, whom the shop and
 * the service desk know by one phone and one e-mail.
 */
class CounterExamplesTest {
    private static final RecordKey CRM = RecordKey.of("crm", "1");
    private static final RecordKey POS = RecordKey.of("pos", "1");
    private static final RecordKey SHOP = RecordKey.of("shop", "1");
    private static final RecordKey SERVICE = RecordKey.of("service", "1");
    private static final RecordKey BRIDGE = RecordKey.of("wechat", "1");
    private static final String PHONE = "13812340001";

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private final List<SourceRecord> versions = new ArrayList<>();
    private int requests;

    @BeforeEach
    void oneEntityOfTwoCustomers() {
        for (RecordKey key : List.of(CRM, POS, SHOP, SERVICE)) {
            ingest(person(key, "shared@qq.com"));
        }
        assertThat(records(CRM)).containsExactly(CRM, POS, SERVICE, SHOP);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Tilores: a disassembled entity is linked again by a re-submission, unless a ban was asked for. */
    @Test
    void anUnMergeNeedsNoBanToHoldAgainstTheSameRecordsAgain() {
        split();
        Runs.applyAtOnce(store, versions);
        assertSplit();
    }

    /** Tilores: a record that would connect two banned entities is dropped. */
    @Test
    void aBridgingRecordIsKeptAndItsBlockedLinkStoredWithItsReason() {
        Entity whole = whole();
        OperationResult split =
                steward.split(whole.id(), whole.membershipVersion(), List.of(Set.of(SERVICE)), request());
        ingest(person(BRIDGE, "shared@qq.com"));
        assertThat(records(SERVICE)).containsExactly(SERVICE);
        assertThat(records(BRIDGE)).as("on the heavier side").containsExactly(CRM, POS, SHOP, BRIDGE);
        assertThat(store.matchesOf(Set.of(BRIDGE)))
                .filteredOn(match -> match.status() == MatchStatus.BLOCKED)
                .isNotEmpty()
                .allSatisfy(match ->
                        assertThat(match.cause()).startsWith(split.operation().id()));
        assertThat(store.openReviewItems(9))
                .extracting(stored -> stored.item().kind())
                .contains(ReviewKind.BLOCKED_BRIDGE);
    }

    /** Tilores, nomenklatura: who un-merged and why is in a log at best. HAPI: there is no field for it. */
    @Test
    void actorReasonTicketAndReviewDateAreFactsOfTheGraph() {
        Instant review = Runs.NOW.plus(Duration.ofDays(365));
        Entity whole = whole();
        steward.split(
                whole.id(),
                whole.membershipVersion(),
                List.of(Set.of(SHOP, SERVICE)),
                new StewardRequest("li", "she called", "k", "CASE-7", Optional.of(review)));
        assertThat(store.judgementsOf(Set.of(CRM))).isNotEmpty().allSatisfy(stored -> {
            Judgement judgement = stored.judgement();
            assertThat(judgement.actor()).isEqualTo("li");
            assertThat(judgement.reason()).isEqualTo("she called");
            assertThat(judgement.ticket()).isEqualTo("CASE-7");
            assertThat(judgement.reviewAt()).contains(review);
        });
    }

    /** All of them: what was known when a person decided is gone with the next run. */
    @Test
    void theEvidenceOfItsTimeIsKeptInTheJudgement() {
        List<String> evidence = store.matchesOf(Set.of(SERVICE)).stream()
                .map(match -> match.pair() + " ")
                .toList();
        Entity whole = whole();
        steward.detach(whole.id(), whole.membershipVersion(), SERVICE, request());
        ingest(version(SERVICE, 9, "quite-another@qq.com"));
        assertThat(store.judgementsOf(Set.of(SERVICE))).singleElement().satisfies(stored -> assertThat(
                        stored.judgement().evidence())
                .hasSameSizeAs(evidence)
                .allSatisfy(line -> assertThat(evidence).anyMatch(line::startsWith))
                .allSatisfy(line -> assertThat(line).contains(" ACCEPTED ").contains("=")));
    }

    /** HAPI #5236: the golden record keeps the other person's data after a link is broken. */
    @Test
    void theGoldenRecordLosesTheOtherPersonsValues() {
        ingest(version(SERVICE, 1, "min@163.com"));
        assertThat(values(CRM)).contains("min@163.com");
        split();
        assertThat(values(CRM)).doesNotContain("min@163.com");
        assertThat(values(SERVICE)).contains("min@163.com");
    }

    /** HAPI #6297: the change event of an un-link misses the new link. */
    @Test
    void bothSidesOfAnUnMergeHaveAnEventThatNamesTheOther() {
        OperationResult split = split();
        assertThat(split.events()).hasSize(2);
        EntityId one = entity(CRM).id();
        EntityId other = entity(SHOP).id();
        assertThat(split.events().stream().collect(Collectors.toMap(event -> event.entity(), event -> event.related())))
                .isEqualTo(Map.of(one, List.of(other), other, List.of(one)));
    }

    /** Senzing: an un-merge by a changed record is lost when the feed sends the record without the change. */
    @Test
    void anUnMergeDoesNotDependOnWhatTheFeedSendsNext() {
        split();
        ingest(version(SHOP, 1, "shared@qq.com"));
        ingest(version(SHOP, 2, "other@qq.com"));
        ingest(version(SHOP, 3, "shared@qq.com"));
        assertSplit();
    }

    /** nomenklatura: exploding a cluster opens everything again and drops the negatives of before. */
    @Test
    void aSecondUnMergeKeepsTheFirst() {
        for (RecordKey record : List.of(SHOP, POS)) {
            Entity rest = entity(CRM);
            steward.detach(rest.id(), rest.membershipVersion(), record, request());
        }
        Runs.applyAtOnce(store, versions);
        assertThat(records(CRM)).containsExactly(CRM, SERVICE);
        assertThat(entity(SHOP).id()).isNotEqualTo(entity(CRM).id());
        assertThat(entity(POS).id()).isNotEqualTo(entity(CRM).id());
    }

    /** GoldenMatch: the next run merges a split again, by overlap. */
    @Test
    void aRebuildFromTheVersionsAndTheJudgementsKeepsTheUnMerge() {
        split();
        try (InMemoryStore rebuilt = Runs.openStore()) {
            rebuilt.inTransaction(transaction -> {
                GraphChange.Builder judgements = new GraphChange.Builder();
                store.judgementsOf(Set.of(CRM, POS, SHOP, SERVICE)).stream()
                        .filter(StoredJudgement::stands)
                        .forEach(stored -> judgements.judgements.add(stored.judgement()));
                transaction.write(judgements.build(Runs.NOW));
                return true;
            });
            Runs.applyAtOnce(rebuilt, versions);
            assertThat(GraphState.partition(rebuilt)).isEqualTo(GraphState.partition(store));
        }
    }

    /** JeMPI: an interaction that was moved away is free to be linked back; and a notification may name a dead record. */
    @Test
    void aDetachedRecordStaysAwayAndARetiredIdSaysWhereItsRecordsWent() {
        Entity whole = whole();
        steward.detach(whole.id(), whole.membershipVersion(), SERVICE, request());
        Runs.applyAtOnce(store, versions);
        assertThat(records(SERVICE)).containsExactly(SERVICE);
        EntityId gone = entity(SERVICE).id();
        Runs.applyAtOnce(store, List.of(SourceRecord.deletion(SERVICE, Runs.NOW.minusSeconds(1))));
        assertThat(store.entity(gone).orElseThrow().state()).isEqualTo(EntityState.RETIRED);
    }

    /** Elastic PR#260886: an unlinked pair is linked again when a new entity with the same e-mail arrives. */
    @Test
    void aNewRecordWithTheSameValuesDoesNotLinkTheSidesAgain() {
        split();
        for (int i = 2; i < 5; i++) {
            ingest(person(RecordKey.of("wechat", "new-" + i), "shared@qq.com"));
            assertSplit();
        }
    }

    /** PostHog #104939: a split of the first id reports success and does nothing. */
    @Test
    void splittingOffTheFoundingRecordDoesWhatItReports() {
        Entity whole = whole();
        RecordKey founder = whole.founder();
        OperationResult result =
                steward.split(whole.id(), whole.membershipVersion(), List.of(Set.of(founder)), request());
        assertThat(result.entities()).hasSize(2);
        assertThat(records(founder)).containsExactly(founder);
    }

    /** MarkLogic: an un-merge blocks future merges by default; and it must be possible to take that back. */
    @Test
    void anUnMergeThatWasWrongIsTakenBackWhole() {
        String before = GraphState.entities(store);
        OperationResult split = split();
        steward.undo(split.operation().id(), request());
        assertThat(GraphState.entities(store)).isEqualTo(before);
        ingest(person(BRIDGE, "shared@qq.com"));
        assertThat(records(BRIDGE)).contains(CRM, POS, SHOP, SERVICE);
    }

    /** Reltio: what an un-merge would do is shown for batches only. */
    @Test
    void whatAnUnMergeWouldDoIsShownFirstAndWritesNothing() {
        String state = GraphState.of(store);
        OperationResult preview = steward.previewSplit(whole().id(), List.of(Set.of(SHOP, SERVICE)));
        assertThat(GraphState.of(store)).isEqualTo(state);
        assertThat(preview.differences()).hasSize(2);
        OperationResult split = split();
        assertThat(split.differences()).isEqualTo(preview.differences());
    }

    /** SortingHat #243: an un-merged identity comes back without its name and e-mail. */
    @Test
    void anUnMergedCustomerHasAllValuesOfItsRecords() {
        split();
        assertThat(values(SHOP)).contains("王小明", PHONE, "shared@qq.com");
        assertThat(values(CRM)).contains("王小明", PHONE, "shared@qq.com");
    }

    /** Segment: there is no un-merge; profile and identifier are deleted and sent again. */
    @Test
    void anUnMergeLosesNoVersionOfAnyRecord() {
        ingest(version(SHOP, 1, "later@qq.com"));
        int kept = store.versions(SHOP).size();
        split();
        assertThat(store.versions(SHOP)).hasSize(kept).hasSizeGreaterThan(1);
    }

    /** Unomi: merged profiles are deleted. */
    @Test
    void aMergedIdAnswersWithItsSuccessorAndIsRevivedByTheUndo() {
        ingest(SourceRecord.of(
                BRIDGE, RecordType.PERSON, Runs.NOW.minusSeconds(50), Map.of(AttributeName.NAME, List.of("李伟"))));
        Entity one = whole();
        Entity other = entity(BRIDGE);
        OperationResult merge = steward.merge(
                Map.of(one.id(), one.membershipVersion(), other.id(), other.membershipVersion()), request());
        assertThat(store.entity(other.id()).orElseThrow().successors()).containsExactly(one.id());
        steward.undo(merge.operation().id(), request());
        assertThat(entity(BRIDGE).id()).isEqualTo(other.id());
    }

    /** OpenCR #2, #3, #5: a record matches both sides of a broken link. */
    @Test
    void aRecordThatMatchesBothSidesAlikeIsAloneAndAskedAbout() {
        Entity whole = whole();
        steward.split(whole.id(), whole.membershipVersion(), List.of(Set.of(SHOP, SERVICE)), request());
        ingest(person(BRIDGE, "shared@qq.com"));
        assertThat(records(BRIDGE)).as("a tie goes to neither side").containsExactly(BRIDGE);
        assertThat(store.openReviewItems(9))
                .anySatisfy(stored ->
                        assertThat(stored.item().records().contains(BRIDGE)).isTrue());
    }

    private OperationResult split() {
        Entity whole = whole();
        return steward.split(whole.id(), whole.membershipVersion(), List.of(Set.of(SHOP, SERVICE)), request());
    }

    private void assertSplit() {
        assertThat(entity(CRM).id()).isNotEqualTo(entity(SHOP).id());
        assertThat(records(CRM)).doesNotContain(SHOP, SERVICE);
        assertThat(records(SHOP)).doesNotContain(CRM, POS);
    }

    private void ingest(SourceRecord version) {
        versions.add(version);
        Runs.applyAtOnce(store, List.of(version));
    }

    private Entity whole() {
        return entity(CRM);
    }

    private Entity entity(RecordKey record) {
        return store.entityOf(record).orElseThrow();
    }

    private Set<RecordKey> records(RecordKey record) {
        return entity(record).records();
    }

    private List<String> values(RecordKey record) {
        return entity(record).golden().values().stream().map(GoldenValue::value).toList();
    }

    private StewardRequest request() {
        return new StewardRequest("li", "they are two", "k" + requests++);
    }

    private static SourceRecord person(RecordKey key, String email) {
        return version(key, 0, email);
    }

    private static SourceRecord version(RecordKey key, int number, String email) {
        return SourceRecord.of(
                key,
                RecordType.PERSON,
                Runs.NOW.minusSeconds(60).plusSeconds(number),
                Map.of(
                        AttributeName.NAME, List.of("王小明"),
                        AttributeName.PHONE, List.of(PHONE),
                        AttributeName.EMAIL, List.of(email)));
    }
}
