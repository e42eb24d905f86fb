package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A steward who decides at random, changes his mind, and finds that each operation does what its preview said. What is
 * refused must be refused for a reason that a steward can meet.
 */
final class RandomSteward {
    private static final int PAGE = 500;

    private final GraphHistory history;
    private final ResolutionStore store;
    private final Random random;
    private final Clock clock;
    private final List<String> operations = new ArrayList<>();
    private Steward steward;
    private int requests;

    /**
     * @param history the life of the graph, which is told of every operation
     */
    RandomSteward(GraphHistory history, ResolutionStore store, Random random, Clock clock) {
        this.history = history;
        this.store = store;
        this.random = random;
        this.clock = clock;
        this.steward = new Steward(Runs.RESOLVER, store, clock);
    }

    /** The process restarts; what was decided stands. */
    void restart() {
        steward = new Steward(Runs.RESOLVER, store, clock);
    }

    /** A steward does something, if it can be done; the id of the operation. */
    Optional<String> operate() {
        List<Entity> active = history.active();
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return switch (random.nextInt(4)) {
            case 0, 1 -> decide();
            case 2 -> pick(operations).flatMap(this::undo);
            default -> pick(operations).flatMap(this::undoChain);
        };
    }

    /** A steward decides something about records; the id of the operation. */
    Optional<String> decide() {
        List<Entity> active = history.active();
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> split(active);
            case 2 -> merge(active);
            case 3 -> detach(active);
            case 4 -> separate(active);
            case 5, 6 -> rule();
            default -> judge();
        };
    }

    /** The operation that took this one back. */
    Optional<String> undo(String operation) {
        return perform(
                "undo " + operation, () -> steward.previewUndo(operation), request -> steward.undo(operation, request));
    }

    private Optional<String> undoChain(String operation) {
        return perform(
                "undo to " + operation,
                () -> steward.previewUndoChain(operation),
                request -> steward.undoChain(operation, request));
    }

    private Optional<String> detach(List<Entity> active) {
        Entity whole = active.get(random.nextInt(active.size()));
        RecordKey record = someOf(whole.records()).iterator().next();
        return perform(
                "detach " + record,
                () -> steward.previewDetach(whole.id(), record),
                request -> steward.detach(whole.id(), whole.membershipVersion(), record, request));
    }

    private Optional<String> separate(List<Entity> active) {
        Entity whole = largest(active);
        RecordKey a = whole.records().first();
        RecordKey b = whole.records().last();
        return perform(
                "separate " + a + " and " + b,
                () -> steward.previewSeparate(whole.id(), a, b),
                request -> steward.separate(whole.id(), whole.membershipVersion(), a, b, request));
    }

    private Optional<String> judge() {
        Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
        return pick(store.openReviewItems(PAGE)).flatMap(asked -> {
            String item = asked.item().id();
            Optional<String> operation = perform(
                    "judge " + item + ' ' + verdict,
                    () -> steward.previewJudge(item, verdict),
                    request -> steward.judge(item, verdict, request));
            operation.ifPresent(
                    done -> assertThat(store.reviewItem(item).orElseThrow().open())
                            .as("%s is open, after %s", item, history.steps())
                            .isFalse());
            return operation;
        });
    }

    /** A steward suppresses or restores an identifier that some live record carries. */
    private Optional<String> rule() {
        return pick(List.copyOf(history.identifiers()))
                .flatMap(identifier -> random.nextBoolean()
                        ? perform(
                                "suppress " + identifier,
                                () -> steward.previewSuppressIdentifier(identifier),
                                request -> steward.suppressIdentifier(identifier, request))
                        : perform(
                                "restore " + identifier,
                                () -> steward.previewRestoreIdentifier(identifier),
                                request -> steward.restoreIdentifier(identifier, request)));
    }

    private static Entity largest(List<Entity> active) {
        return active.stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
    }

    private Optional<String> split(List<Entity> active) {
        Entity whole = random.nextInt(3) == 0 ? active.get(random.nextInt(active.size())) : largest(active);
        List<Set<RecordKey>> groups = List.of(someOf(whole.records()));
        return perform(
                "split " + groups,
                () -> steward.previewSplit(whole.id(), groups),
                request -> steward.split(whole.id(), whole.membershipVersion(), groups, request));
    }

    private Optional<String> merge(List<Entity> active) {
        Map<EntityId, Long> entities = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            Entity entity = active.get(random.nextInt(active.size()));
            entities.put(entity.id(), entity.membershipVersion());
        }
        return perform(
                "merge " + entities.keySet(),
                () -> steward.previewMerge(entities.keySet()),
                request -> steward.merge(entities, request));
    }

    private Optional<String> perform(
            String what, Supplier<OperationResult> preview, Function<StewardRequest, OperationResult> operation) {
        try {
            OperationResult foreseen = preview.get();
            OperationResult result = operation.apply(new StewardRequest("li", "seen the papers", "k" + requests++));
            assertThat(outcome(result))
                    .as("what %s does, after %s", what, history.steps())
                    .isEqualTo(outcome(foreseen));
            operations.add(result.operation().id());
            history.operated(what + " as " + result.operation().id(), result.events());
            return Optional.of(result.operation().id());
        } catch (ResolutionException refused) {
            assertThat(refused.code())
                    .as("%s is refused (%s), after %s", what, refused.getMessage(), history.steps())
                    .isIn(
                            ErrorCode.CONTRADICTS_JUDGEMENT,
                            ErrorCode.BLOCKED_BY_LATER_OPERATION,
                            ErrorCode.INVALID_INPUT);
            return Optional.empty();
        }
    }

    /** All that a preview promises of an operation, without times, hashes and names of operations. */
    private static List<List<Object>> outcome(OperationResult result) {
        List<List<Object>> outcome = new ArrayList<>();
        result.before().forEach(entity -> outcome.add(List.of(entity)));
        for (Entity entity : result.entities()) {
            outcome.add(List.of(
                    entity.id(),
                    entity.state(),
                    entity.membershipVersion(),
                    entity.version(),
                    entity.records(),
                    entity.golden(),
                    entity.successors()));
        }
        for (LineageEvent event : result.events()) {
            outcome.add(List.of(event.id(), event.type(), event.before(), event.after(), event.related()));
        }
        outcome.add(List.of(result.cut(), result.repeated()));
        return outcome;
    }

    private <T> Optional<T> pick(List<T> list) {
        return GraphHistory.pick(list, random);
    }

    private Set<RecordKey> someOf(SortedSet<RecordKey> records) {
        List<RecordKey> list = new ArrayList<>(records);
        Collections.shuffle(list, random);
        return new TreeSet<>(list.subList(0, 1 + random.nextInt(Math.max(1, list.size() - 1))));
    }
}
