package dev.ravel.resolver.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredReviewItem;
import dev.ravel.resolver.store.StoredVersion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamResolverTest {
    private static final RecordKey A = RecordKey.of("crm", "a");
    private static final RecordKey B = RecordKey.of("crm", "b");
    private static final String ID_OF_WANG = "11010119900307109X";
    private static final String ID_OF_LI = "110101199003071057";

    private final InMemoryStore store = Runs.openStore();
    private final StreamResolver stream = Runs.stream(store);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aLateVersionIsKeptAndDoesNotBecomeTheNewest() {
        apply(version(A, 10, "王小明"));
        BatchResult late = apply(version(A, 5, "王晓明"));
        assertThat(late).isEqualTo(new BatchResult(0, 1, 0, 0, List.of()));
        assertThat(store.versions(A)).extracting(StoredVersion::live).containsExactly(true, false);
        assertThat(live(A).values(AttributeName.NAME)).containsExactly("王小明");
    }

    @Test
    void severalVersionsOfOneRecordInABatchKeepAllAndResolveTheNewest() {
        BatchResult result =
                apply(version(A, 10, "王小明"), version(A, 30, "王明"), version(A, 20, "王晓明"), version(A, 30, "王明"));
        assertThat(result.newVersions()).isEqualTo(1);
        assertThat(result.lateVersions()).isEqualTo(2);
        assertThat(result.repeated()).isEqualTo(1);
        assertThat(result.events()).extracting(event -> event.type()).containsExactly(EventType.CREATED);
        assertThat(store.versions(A)).hasSize(3);
        assertThat(live(A).values(AttributeName.NAME)).containsExactly("王明");
    }

    @Test
    void keysPastTheLimitOfARuleAreCountedOnceForEachNewVersion() {
        List<String> dates = IntStream.rangeClosed(1, BlockingRules.MAX_VALUES + 3)
                .mapToObj(day -> String.format("1980-03-%02d", day + 12))
                .toList();
        SourceRecord many = SourceRecord.of(
                A, RecordType.PERSON, version(A, 10, "王小明").observedAt(), Map.of(AttributeName.BIRTH_DATE, dates));

        assertThat(apply(many).leftOutKeys()).isEqualTo(3);
        assertThat(apply(many).leftOutKeys()).as("it is in already").isZero();
        assertThat(apply(version(A, 20, "王小明")).leftOutKeys()).isZero();
    }

    /** The content of second 10 comes again at 30, then a version of 20: without the stamp it would win. */
    @Test
    void aRepetitionMovesTheStampSoThatAVersionInBetweenIsLate() {
        apply(version(A, 10, "王小明"));
        apply(version(A, 30, "王小明"));
        BatchResult between = apply(version(A, 20, "李伟"));
        assertThat(between.lateVersions()).isEqualTo(1);
        assertThat(live(A).values(AttributeName.NAME)).containsExactly("王小明");
        assertThat(live(A).observedAt()).isEqualTo(at(30));
    }

    @Test
    void anOlderVersionDoesNotBringADeletedRecordBackButANewerOneDoesUnderItsOldId() {
        apply(version(A, 10, "王小明"));
        Entity first = store.entityOf(A).orElseThrow();
        apply(SourceRecord.deletion(A, at(20)));
        apply(version(A, 15, "王小明"));
        assertThat(store.entityOf(A)).isEmpty();
        assertThat(store.entity(first.id()).orElseThrow().state()).isEqualTo(EntityState.RETIRED);
        BatchResult back = apply(version(A, 25, "王小明"));
        assertThat(store.entityOf(A).orElseThrow().id()).isEqualTo(first.id());
        assertThat(back.events()).extracting(event -> event.type()).containsExactly(EventType.RESTORED);
    }

    @Test
    void aDeletionThatComesFirstIsRemembered() {
        apply(SourceRecord.deletion(A, at(20)));
        apply(version(A, 10, "王小明"));
        assertThat(store.entityOf(A)).isEmpty();
        assertThat(store.recordsOf(List.of(A)).get(A).deleted()).isTrue();
        assertThat(store.counts().liveRecords()).isZero();
    }

    @Test
    void aVersionThatContradictsTheOneBeforeItIsPutToAPerson() {
        apply(person(A, 10, "王小明", ID_OF_WANG), person(B, 10, "王小明", ID_OF_WANG));
        assertThat(store.entityOf(A)).isEqualTo(store.entityOf(B));
        apply(person(B, 20, "李伟", ID_OF_LI));
        assertThat(store.entityOf(A)).isNotEqualTo(store.entityOf(B));
        assertThat(store.openReviewItems(9))
                .extracting(stored -> stored.item().kind())
                .contains(ReviewKind.CONTRADICTING_VERSION);
    }

    @Test
    void aQuestionAboutAContradictionClosesWhenItsRecordsArePartedOrGone() {
        apply(person(A, 10, "王小明", ID_OF_WANG), person(B, 10, "王小明", ID_OF_WANG));
        apply(person(B, 20, "李伟", ID_OF_LI));
        String asked = store.openReviewItems(9).get(0).item().id();
        assertThat(asked).startsWith("CONTRADICTING_VERSION");
        BatchResult gone = apply(SourceRecord.deletion(B, at(30)));
        StoredReviewItem closed = store.reviewItem(asked).orElseThrow();
        assertThat(closed.open()).isFalse();
        assertThat(closed.closedBy()).isEqualTo(gone.events().get(0).cause());

        apply(person(B, 40, "王小明", ID_OF_WANG));
        assertThat(store.entityOf(A)).isEqualTo(store.entityOf(B));
        apply(person(B, 50, "李伟", ID_OF_LI));
        assertThat(store.reviewItem(asked).orElseThrow().open())
                .as("it is asked again, although the two part in the same transaction")
                .isTrue();
    }

    @Test
    void aRecordOfAnotherTenantIsRefused() {
        SourceRecord foreign = SourceRecord.of(new RecordKey("other", "crm", "x"), RecordType.PERSON, at(1), Map.of());
        assertThatThrownBy(() -> apply(foreign))
                .isInstanceOfSatisfying(
                        ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    /** Between the read of the neighbour and the lock of its component, another transaction moves it. */
    @Test
    void aNeighbourThatHasMovedIsReadAgain() {
        assertThat(attemptsWithNeighboursMoved(1)).isEqualTo(1);
        assertThat(store.entityOf(A)).isPresent().isEqualTo(store.entityOf(B));
    }

    @Test
    void aNeighbourThatKeepsMovingStartsTheTransactionAgain() {
        assertThat(attemptsWithNeighboursMoved(3)).isEqualTo(2);
        assertThat(store.entityOf(A)).isPresent().isEqualTo(store.entityOf(B));
    }

    /** How many attempts a batch takes whose neighbours have moved each time that they are read, so many times. */
    private int attemptsWithNeighboursMoved(int times) {
        apply(person(A, 10, "王小明", ID_OF_WANG));
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger moves = new AtomicInteger(times);
        ResolutionStore disturbed = WatchedStore.over(store, transaction -> {
            attempts.incrementAndGet();
            return withMovedNeighbours(transaction, moves);
        });
        Runs.stream(disturbed).apply(Runs.incoming(List.of(person(B, 10, "王小明", ID_OF_WANG))), List.of());
        assertThat(moves).as("neighbours were read so often").hasValueLessThanOrEqualTo(0);
        return attempts.get();
    }

    /** Events and versions of a stopped clock still are one after the other. */
    @Test
    void eventsOfAnEntityAreStrictlyInOrderWhateverTheClockSays() {
        for (int i = 0; i < 5; i++) {
            apply(version(A, i, "name " + i));
        }
        Entity entity = store.entityOf(A).orElseThrow();
        assertThat(store.events(entity.id(), 0, 9))
                .extracting(event -> event.at())
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(5);
    }

    private static ResolutionTransaction withMovedNeighbours(ResolutionTransaction transaction, AtomicInteger moves) {
        return (ResolutionTransaction) Proxy.newProxyInstance(
                StreamResolverTest.class.getClassLoader(),
                new Class<?>[] {ResolutionTransaction.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(transaction, arguments);
                        if (!method.getName().equals("askCarriers") || moves.getAndDecrement() <= 0) {
                            return result;
                        }
                        List<StoredRecord> moved = ((Supplier<?>) result).get() instanceof List<?> carriers
                                ? carriers.stream()
                                        .map(carrier -> moved((StoredRecord) carrier))
                                        .toList()
                                : List.of();
                        Supplier<List<StoredRecord>> asked = () -> moved;
                        return asked;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static StoredRecord moved(StoredRecord record) {
        return new StoredRecord(
                record.key(),
                record.observedAt(),
                record.sequence(),
                record.deleted(),
                record.digest(),
                record.content(),
                record.recordedAt(),
                record.loadId(),
                record.olderVersions(),
                record.spans(),
                record.entity(),
                "main:crm:where-it-was",
                record.suppressed(),
                record.overCap(),
                record.judged(),
                record.formerKeys());
    }

    /** With the grace of a minute that these tests have for phones, two minutes may lie between two spans. */
    @Test
    void aNumberThatTwoRecordsHadAtDifferentTimesIsNotEnoughAndALateVersionCanBringTheTimesTogether() {
        apply(phone(A, 0, "13812340001"), phone(B, 500, "13812340001"));
        assertThat(store.entityOf(A)).isNotEqualTo(store.entityOf(B));
        BatchResult late = apply(phone(B, 120, "13812340001", "13812340002"));
        assertThat(late.lateVersions()).isEqualTo(1);
        assertThat(store.entityOf(A)).isEqualTo(store.entityOf(B));
        assertThat(live(B).observedAt()).isEqualTo(at(500));
    }

    /** The repetition is not kept, yet it says that the record had the number then. */
    @Test
    void aRepetitionFromBeforeBringsTheTimesTogetherToo() {
        apply(phone(A, 0, "13812340001"), phone(B, 500, "13812340001"));
        BatchResult repeated = apply(phone(B, 120, "13812340001"));
        assertThat(repeated.repeated()).isEqualTo(1);
        assertThat(store.versions(B)).hasSize(1);
        assertThat(store.entityOf(A)).isEqualTo(store.entityOf(B));
    }

    @Test
    void aNumberThatComesBackWasTheRecordsAllTheTime() {
        apply(phone(A, 300, "13812340001"));
        apply(phone(B, 0, "13812340001"), phone(B, 500, "13812340002"));
        assertThat(store.entityOf(A)).isNotEqualTo(store.entityOf(B));
        apply(phone(B, 900, "13812340001"));
        assertThat(store.entityOf(A)).isEqualTo(store.entityOf(B));
    }

    private static SourceRecord phone(RecordKey key, int second, String... numbers) {
        return SourceRecord.of(key, RecordType.PERSON, at(second), Map.of(AttributeName.PHONE, List.of(numbers)));
    }

    private BatchResult apply(SourceRecord... versions) {
        return stream.apply(Runs.incoming(List.of(versions)), List.of());
    }

    private SourceRecord live(RecordKey key) {
        return store.recordsOf(Set.of(key)).get(key).decode();
    }

    private static SourceRecord version(RecordKey key, int second, String name) {
        return SourceRecord.of(key, RecordType.PERSON, at(second), Map.of(AttributeName.NAME, List.of(name)));
    }

    private static SourceRecord person(RecordKey key, int second, String name, String nationalId) {
        Map<String, List<String>> attributes = new TreeMap<>();
        attributes.put(AttributeName.NAME, List.of(name));
        attributes.put(AttributeName.NATIONAL_ID, List.of(nationalId));
        attributes.put(AttributeName.PHONE, List.of(nationalId.equals(ID_OF_WANG) ? "13812340001" : "13812340002"));
        return SourceRecord.of(key, RecordType.PERSON, at(second), attributes);
    }

    private static Instant at(int second) {
        return Instant.parse("2026-03-01T08:00:00Z").plusSeconds(second);
    }
}
