package dev.ravel.resolver.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.review.QueuedItem;
import dev.ravel.resolver.review.ReviewQuery;
import dev.ravel.resolver.review.ReviewQueue;
import dev.ravel.resolver.store.IdentifierQuery;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.OperationQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkStewardTest {
    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private final BulkSteward bulk = new BulkSteward(steward);
    private final BulkSelection selection =
            new BulkSelection(store, Runs.RESOLVER.standardiser(), RecordKey.DEFAULT_TENANT);
    private final ReviewQueue queue = new ReviewQueue(store, Runs.CLOCK);

    @BeforeEach
    void aGraph() {
        Runs.applyAtOnce(store, new CustomerGenerator(3).versions(60));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anUnMergeOfManyIsOneRequestAndEachIsUndoneByItself() {
        String before = GraphState.entities(store);
        Entity large = GraphState.active(store).stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
        assertThat(large.records()).hasSizeGreaterThan(3);
        List<BulkTask> tasks = new ArrayList<>();
        large.records().forEach(record -> tasks.add(BulkTask.detach(store, record)));
        tasks.add(1, BulkTask.detach(store, RecordKey.of("crm", "nobody")));

        assertThat(bulk.preview(tasks)).hasSameSizeAs(tasks);
        assertThat(GraphState.entities(store)).as("a preview writes nothing").isEqualTo(before);
        List<BulkOutcome> done = bulk.perform(tasks, request("many"));
        assertThat(done).extracting(BulkOutcome::target).containsExactlyElementsOf(targets(tasks));
        assertThat(done.get(1).refusal().orElseThrow().code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(large.records().stream()
                        .map(record -> store.entityOf(record).orElseThrow().id()))
                .as("an entity for each, which others that were kept from them before may have joined")
                .doesNotHaveDuplicates();

        List<BulkTask> undos = new ArrayList<>();
        done.forEach(outcome -> outcome.result()
                .ifPresent(result -> undos.add(BulkTask.undo(result.operation().id()))));
        Collections.reverse(undos);
        assertThat(bulk.perform(undos, request("back")))
                .allSatisfy(outcome -> assertThat(outcome.result()).isPresent());
        assertThat(store.entityOf(large.records().first()).orElseThrow().records())
                .isEqualTo(large.records());
    }

    @Test
    void aRequestThatWasCutOffIsSentAgainAsItWas() {
        List<BulkTask> tasks = GraphState.active(store).stream()
                .filter(entity -> entity.records().size() > 1)
                .map(entity -> BulkTask.detach(store, entity.records().first()))
                .limit(5)
                .toList();
        bulk.perform(tasks.subList(0, 2), request("clean-up"));
        String halfDone = GraphState.entities(store);
        List<BulkOutcome> again = bulk.perform(tasks, request("clean-up"));
        assertThat(again)
                .extracting(outcome -> outcome.result().orElseThrow().repeated())
                .containsExactly(true, true, false, false, false);
        assertThat(GraphState.entities(store)).isNotEqualTo(halfDone);
    }

    @Test
    void allQuestionsThatFitAreAnswered() {
        ReviewQuery query = new ReviewQuery(
                Optional.of(ReviewKind.DOUBTFUL_PAIR),
                Optional.of(2.5),
                Optional.of(5.5),
                Optional.of("crm"),
                Optional.empty());
        List<QueuedItem> found = queue.find(query, 200);
        assertThat(found).isNotEmpty().allSatisfy(queued -> {
            assertThat(queued.stored().item().kind()).isEqualTo(ReviewKind.DOUBTFUL_PAIR);
            assertThat(queued.stored().item().weight()).isBetween(2.5, 5.5);
            assertThat(queued.stored().item().records().toString()).contains("crm:");
        });
        int open = queue.first(2_000, false).size();
        List<BulkOutcome> done = bulk.perform(
                found.stream()
                        .map(queued -> BulkTask.judge(queued.stored().item().id(), Verdict.NOT_SAME))
                        .toList(),
                request("doubtful"));
        assertThat(done).allSatisfy(outcome -> assertThat(outcome.result()).isPresent());
        assertThat(queue.find(query, 200)).isEmpty();
        assertThat(queue.first(2_000, false)).hasSizeLessThanOrEqualTo(open - found.size());
    }

    @Test
    void tooManyAtOnceAreRefusedBeforeAnythingIsDone() {
        BulkTask one = BulkTask.undo("no such operation");
        assertThatThrownBy(
                        () -> bulk.perform(Collections.nCopies(BulkSteward.MOST_TASKS + 1, one), request("too many")))
                .isInstanceOfSatisfying(ResolutionException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("201");
    }

    @Test
    void aTargetOfAnyLengthHasAKeyThatAnIndexHolds() {
        String before = GraphState.entities(store);
        BulkTask task = BulkTask.split(
                GraphState.active(store).get(0).id(),
                1,
                List.of(LongStream.range(0, 1_000)
                        .mapToObj(n -> RecordKey.of("crm", "a long id of a record " + n))
                        .collect(Collectors.toSet())));
        assertThat(task.target()).hasSizeGreaterThan(20_000);
        assertThat(bulk.perform(List.of(task), request("long"))
                        .get(0)
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(GraphState.entities(store)).isEqualTo(before);
        assertThat(Fingerprint.shortened("long/" + task.target()))
                .hasSize(64)
                .isNotEqualTo(Fingerprint.shortened("long/" + task.target() + ' '));
        assertThat(Fingerprint.shortened("short/undo main:O1")).isEqualTo("short/undo main:O1");
    }

    @Test
    void allThatFitsAQueryIsTakenBackLatestFirst() {
        String before = GraphState.partition(store).toString();
        List<RecordKey> apart = new ArrayList<>();
        GraphState.active(store).stream()
                .filter(entity -> entity.records().size() > 2)
                .limit(3)
                .forEach(entity -> apart.addAll(List.copyOf(entity.records()).subList(0, 2)));
        bulk.perform(
                apart.stream().map(record -> BulkTask.detach(store, record)).toList(),
                new StewardRequest("temp", "in a hurry", "hurry", "CASE-1", Optional.empty()));
        OperationResult kept = bulk.perform(
                        List.of(BulkTask.suppress(phone())), new StewardRequest("temp", "a shop's", "shop"))
                .get(0)
                .result()
                .orElseThrow();
        assertThat(GraphState.partition(store).toString()).isNotEqualTo(before);

        OperationQuery hurry = new OperationQuery(
                Optional.of("temp"), Optional.of("detach"), Optional.of("CASE-1"), Optional.empty(), Optional.empty());
        assertThat(bulk.preview(selection.undo(hurry, 200))).hasSize(apart.size());
        assertThat(bulk.perform(selection.undo(hurry, 2), request("back 1"))).hasSize(2);
        assertThat(bulk.perform(selection.undo(hurry, 200), request("back 2")))
                .hasSize(apart.size() - 2)
                .allSatisfy(outcome -> assertThat(outcome.result()).isPresent());
        assertThat(selection.undo(hurry, 200)).as("nothing is left of it").isEmpty();

        OperationQuery all = new OperationQuery(
                Optional.of("temp"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(targets(selection.undo(all, 200)))
                .containsExactly("undo " + kept.operation().id());
        bulk.perform(selection.undo(all, 200), request("back 3"));
        assertThat(GraphState.partition(store).toString()).isEqualTo(before);
        assertThatThrownBy(() -> selection.undo(
                        new OperationQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        200))
                .hasMessageContaining("all that was ever decided");
    }

    @Test
    void identifiersThatManyCarryAreSuppressedAndThoseOfTheRulesRestored() {
        IdentifierQuery phones = new IdentifierQuery(IdentifierType.PHONE, 3, Integer.MAX_VALUE, false);
        List<KeyState> many = store.identifiers(RecordKey.DEFAULT_TENANT, phones, 200);
        assertThat(many).isNotEmpty().allSatisfy(state -> assertThat(state.size())
                .isGreaterThanOrEqualTo(3));
        assertThat(bulk.perform(selection.suppress(phones, 200), request("phones")))
                .hasSameSizeAs(many)
                .allSatisfy(outcome -> assertThat(outcome.result()).isPresent());
        assertThat(selection.suppress(phones, 200)).isEmpty();

        IdentifierQuery ofRules = new IdentifierQuery(IdentifierType.PHONE, 1, Integer.MAX_VALUE, true);
        List<BulkTask> restored = selection.restore(ofRules, 200);
        assertThat(restored)
                .as("what persons suppressed is left")
                .hasSameSizeAs(store.identifiers(RecordKey.DEFAULT_TENANT, ofRules, 200))
                .isNotEmpty();
        assertThat(bulk.perform(restored, request("rules")))
                .allSatisfy(outcome -> assertThat(outcome.result()).isPresent());
        assertThat(selection.restore(ofRules, 200)).isEmpty();
    }

    @Test
    void anEntityIsTakenApartWholeOrByWhatItsRecordsHaveInCommon() {
        Entity large = largest();
        RecordQuery whole = new RecordQuery(Optional.of(large.id()), Optional.empty(), Optional.empty());
        List<BulkTask> tasks = selection.detach(whole, 200);
        assertThat(tasks).as("the first one stays").hasSize(large.records().size() - 1);
        assertThat(bulk.perform(tasks, request("apart")))
                .as("done, unless those before have left a record alone")
                .anySatisfy(outcome -> assertThat(outcome.result()).isPresent())
                .allSatisfy(outcome -> outcome.refusal()
                        .ifPresent(refusal -> assertThat(refusal).hasMessageContaining("alone in")));
        assertThat(large.records().stream()
                        .map(record -> store.entityOf(record).orElseThrow().id()))
                .doesNotHaveDuplicates();

        Entity other = largest();
        SharedKey phone = Runs.RESOLVER
                .standardiser()
                .standardise(store.recordsOf(other.records())
                        .values()
                        .iterator()
                        .next()
                        .decode())
                .keys()
                .stream()
                .filter(key -> !key.isBlock())
                .findFirst()
                .orElseThrow();
        String source = other.records().first().source();
        RecordQuery carriers = new RecordQuery(Optional.of(other.id()), Optional.of(phone), Optional.of(source));
        assertThat(targets(selection.detach(carriers, 200)))
                .isNotEmpty()
                .allMatch(target -> target.startsWith("detach main:" + source + ':'));
        RecordQuery anywhere = new RecordQuery(Optional.empty(), Optional.of(phone), Optional.empty());
        assertThat(selection.detach(anywhere, 1)).hasSize(1);
        assertThatThrownBy(() -> new RecordQuery(Optional.empty(), Optional.empty(), Optional.of(source)))
                .hasMessageContaining("all records");
    }

    private Entity largest() {
        return GraphState.active(store).stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
    }

    private SharedKey phone() {
        return store.identifiers(
                        RecordKey.DEFAULT_TENANT,
                        new IdentifierQuery(IdentifierType.PHONE, 2, Integer.MAX_VALUE, false),
                        1)
                .get(0)
                .key();
    }

    private static List<String> targets(List<BulkTask> tasks) {
        return tasks.stream().map(BulkTask::target).toList();
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }
}
