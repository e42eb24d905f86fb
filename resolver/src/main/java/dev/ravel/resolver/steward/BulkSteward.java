package dev.ravel.resolver.steward;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does many things one after the other, each in a transaction of its own and undone by itself: one that is refused is told
 * of and does not stop the others. Each has its own idempotency key, made of the request's and of its target, so that a
 * request that was cut off is sent again as it was: what was done is not done twice, and the rest is done. Thread-safe.
 */
public final class BulkSteward {
    /** The most tasks of one request. */
    public static final int MOST_TASKS = 200;

    private final Steward steward;

    public BulkSteward(Steward steward) {
        this.steward = steward;
    }

    /**
     * Does them in order.
     *
     * @return one outcome for each, in the same order
     * @throws ResolutionException with {@code INVALID_INPUT} if there are more than {@value #MOST_TASKS}, and with {@code
     *     STORE_UNAVAILABLE} if the store is: those before are done then
     */
    public List<BulkOutcome> perform(List<BulkTask> tasks, StewardRequest request) {
        return each(tasks, task -> perform(task, request));
    }

    /** A task that looks up where a record is would not be the same request any more after it was done: it is asked first. */
    private OperationResult perform(BulkTask task, StewardRequest request) {
        String key = Fingerprint.shortened(request.idempotencyKey() + '/' + task.target());
        Optional<OperationResult> done = steward.done(key);
        if (done.isPresent()) {
            StoredOperation operation = done.get().operation();
            if (!operation.actor().equals(request.actor())
                    || !operation.reason().equals(request.reason())) {
                throw new ResolutionException(
                        ErrorCode.IDEMPOTENCY_CONFLICT,
                        "the idempotency key " + request.idempotencyKey() + " was used for another request, operation "
                                + operation.id() + ": use a new key");
            }
            return done.get();
        }
        return task.operation()
                .apply(
                        steward,
                        new StewardRequest(
                                request.actor(), request.reason(), key, request.ticket(), request.reviewAt()));
    }

    /** What each of them alone would do now. Writes nothing. */
    public List<BulkOutcome> preview(List<BulkTask> tasks) {
        return each(tasks, task -> task.preview().apply(steward));
    }

    private static List<BulkOutcome> each(List<BulkTask> tasks, Function<BulkTask, OperationResult> work) {
        if (tasks.size() > MOST_TASKS) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    tasks.size() + " operations at once, the most are " + MOST_TASKS + ": send them in parts");
        }
        List<BulkOutcome> outcomes = new ArrayList<>();
        for (BulkTask task : tasks) {
            outcomes.add(outcome(task, work));
        }
        return outcomes;
    }

    private static BulkOutcome outcome(BulkTask task, Function<BulkTask, OperationResult> work) {
        try {
            return new BulkOutcome(task.target(), Optional.of(work.apply(task)), Optional.empty());
        } catch (ResolutionException refused) {
            if (refused.code() == ErrorCode.STORE_UNAVAILABLE || refused.code() == ErrorCode.BROKEN_INVARIANT) {
                throw refused;
            }
            return new BulkOutcome(task.target(), Optional.empty(), Optional.of(refused));
        }
    }
}
