package dev.ravel.resolver.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
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
import dev.ravel.resolver.store.InMemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkStewardTest {
    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private final BulkSteward bulk = new BulkSteward(steward);
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

    private static List<String> targets(List<BulkTask> tasks) {
        return tasks.stream().map(BulkTask::target).toList();
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }
}
