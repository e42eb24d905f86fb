package dev.ravel.resolver.review;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.Membership;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredReviewItem;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The queue of open questions. First come those that nobody has put back, and of these the ones with the most pairs of
 * records that are to be expected wrong if nobody answers ({@link QueuedItem#priority}). Thread-safe; blocking.
 */
public final class ReviewQueue {
    /** How many open items, by match weight, are looked at to find the first ones; the others wait behind them. */
    private static final int WINDOW = 2_000;

    /** Where evidence stands against evidence, or nothing is known but that a person wanted to look again. */
    private static final double EVEN = 0.5;

    private static final Comparator<QueuedItem> ORDER = Comparator.<QueuedItem>comparingInt(
                    queued -> queued.stored().skips())
            .thenComparing(Comparator.comparingDouble(QueuedItem::priority).reversed())
            .thenComparing(queued -> queued.stored().item().id());

    private final EntityReader reader;
    private final ResolutionStore store;
    private final Clock clock;

    /**
     * A queue.
     *
     * @param clock says which questions are due
     */
    public ReviewQueue(ResolutionStore store, Clock clock) {
        this.reader = store;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The first questions.
     *
     * @param unclaimed whether those are left out on which somebody works
     */
    public List<QueuedItem> first(int limit, boolean unclaimed) {
        Instant now = clock.instant();
        List<StoredReviewItem> open = reader.openReviewItems(WINDOW).stream()
                .filter(stored -> stored.item().from().filter(now::isBefore).isEmpty())
                .filter(stored -> !unclaimed || stored.claimedBy().isEmpty())
                .toList();
        return queued(open).stream().sorted(ORDER).limit(limit).toList();
    }

    /** The question with this id, open or closed. */
    public Optional<QueuedItem> item(String id) {
        return reader.reviewItem(id).map(stored -> queued(List.of(stored)).get(0));
    }

    /**
     * The first questions that fit, of the {@value #WINDOW} open ones of most weight, whoever works on them.
     */
    public List<QueuedItem> find(ReviewQuery query, int limit) {
        return first(WINDOW, false).stream()
                .filter(queued -> query.fits(queued.stored().item()))
                .limit(limit)
                .toList();
    }

    /** The open ones of the questions with these ids, in the order given. */
    public List<QueuedItem> items(List<String> ids) {
        return queued(ids.stream()
                .flatMap(id -> reader.reviewItem(id).stream())
                .filter(StoredReviewItem::open)
                .toList());
    }

    /** Takes a question to work on. Refused with {@code VERSION_CONFLICT} if another person works on it, or it is closed. */
    public QueuedItem claim(String item, String actor) {
        return progress(item, actor, stored -> stored.claimed(actor));
    }

    /** Puts a question back unanswered, behind those that have been put back less often. Refused as {@link #claim}. */
    public QueuedItem skip(String item, String actor) {
        return progress(item, actor, StoredReviewItem::skipped);
    }

    /** Gives a question to another person. Refused as {@link #claim}. */
    public QueuedItem handOver(String item, String actor, String to) {
        if (to.isBlank()) {
            throw new ResolutionException(ErrorCode.INVALID_INPUT, "nobody is named to hand " + item + " over to");
        }
        return progress(item, actor, stored -> stored.claimed(to));
    }

    private QueuedItem progress(String item, String actor, UnaryOperator<StoredReviewItem> step) {
        StoredReviewItem after = store.inTransaction(transaction -> {
            StoredReviewItem before = transaction
                    .lockReviewItem(item)
                    .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no review item " + item));
            require(before, actor);
            StoredReviewItem stepped = step.apply(before);
            transaction.writeProgress(stepped);
            return stepped;
        });
        return queued(List.of(after)).get(0);
    }

    private static void require(StoredReviewItem stored, String actor) {
        String id = stored.item().id();
        if (!stored.open()) {
            throw new ResolutionException(
                    ErrorCode.VERSION_CONFLICT,
                    "the review item " + id + " was closed by " + stored.closedBy() + ": look at the queue again");
        }
        if (!stored.claimedBy().isEmpty() && !stored.claimedBy().equals(actor)) {
            throw new ResolutionException(
                    ErrorCode.VERSION_CONFLICT,
                    "the review item " + id + " is being worked on by " + stored.claimedBy()
                            + ", who can hand it over");
        }
    }

    private List<QueuedItem> queued(List<StoredReviewItem> items) {
        Set<RecordKey> records = new TreeSet<>();
        Set<SharedKey> identifiers = new TreeSet<>();
        items.forEach(stored -> {
            records.addAll(stored.item().records());
            stored.item().identifier().ifPresent(identifiers::add);
        });
        Map<RecordKey, Membership> memberships = records.isEmpty() ? Map.of() : reader.memberships(records);
        Map<SharedKey, KeyState> states = identifiers.isEmpty() ? Map.of() : reader.keyStates(identifiers);
        return items.stream()
                .map(stored -> {
                    ReviewItem item = stored.item();
                    Optional<KeyState> state = item.identifier().map(states::get);
                    long stake =
                            item.pair().map(pair -> stake(pair, memberships)).orElseGet(() -> stake(state));
                    boolean suppressed = state.filter(KeyState::suppressed).isPresent();
                    return new QueuedItem(stored, stake, doubt(stored), suppressed);
                })
                .toList();
    }

    private static long stake(RecordPair pair, Map<RecordKey, Membership> memberships) {
        @Nullable Membership a = memberships.get(pair.smaller());
        @Nullable Membership b = memberships.get(pair.larger());
        if (a == null || b == null) {
            return 0;
        }
        return a.entity().equals(b.entity()) ? a.size() - 1L : (long) a.size() * b.size();
    }

    /** The pairs of those who carry an identifier. */
    private static long stake(Optional<KeyState> identifier) {
        return identifier.map(state -> state.size() * (state.size() - 1L) / 2).orElse(0L);
    }

    /** A doubtful pair is kept apart, so the graph is wrong if they are one: the model's probability of that. */
    private static double doubt(StoredReviewItem stored) {
        return stored.item().kind() == ReviewKind.DOUBTFUL_PAIR
                ? 1 / (1 + Math.pow(2, -stored.item().weight()))
                : EVEN;
    }
}
