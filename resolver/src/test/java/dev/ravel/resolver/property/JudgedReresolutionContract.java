package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.reresolve.Reresolution;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.WrittenIdentifier;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A graph with standing judgements (SAME, NOT_SAME, a suppressed identifier) is taken to another resolution, is interrupted
 * on the way, goes on beside a running stream and a working steward, and ends as the graph that had grown under the new
 * resolution and these judgements. Whoever applies the change feed has its table all the way. Extend it, give an empty store and a method {@code seeds}.
 */
public abstract class JudgedReresolutionContract {
    /** Some seven hundred records, of which three quarters are stored before: several batches of the reresolution. */
    private static final int PERSONS = 420;

    private static final int STREAMED = 40;

    /** Records of the first transaction of a reresolution. */
    private static final int FIRST = 100;

    private static final int ALL = 10_000;
    private static final Resolver NEXT = looser(Runs.RESOLVER);

    /** Under which phones and documents have other keys. */
    private static final Resolver ELSEWHERE = Runs.in("US", "Asia/Shanghai");

    /** A store without content or stamp, not yet opened. */
    protected abstract ResolutionStore emptyStore();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void judgementsAndIdsHoldThroughAnInterruptedOneBesideAStream(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        int before = versions.size() * 3 / 4;
        List<SourceRecord> later = new ArrayList<>(versions.subList(before, versions.size()));
        try (ResolutionStore store = emptyStore();
                InMemoryStore grown = new InMemoryStore()) {
            store.open(Runs.RESOLVER.digest());
            Runs.applyAtOnce(store, versions.subList(0, before));
            Steward earlier = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
            Entity whole = largest(store, Set.of());
            RecordKey lone = whole.records().first();
            OperationResult split =
                    earlier.split(whole.id(), whole.membershipVersion(), List.of(Set.of(lone)), request("split"));
            Set<RecordKey> joined = join(earlier, store, whole.records());
            SharedKey suppressed = identifierOf(store, joined);
            earlier.suppressIdentifier(suppressed, request("suppress"));
            FeedConsumer feed = new FeedConsumer(store);
            feed.assertHasTheTable("seed " + seed + ", before");
            Decisions decisions = Decisions.of(store);
            assertThat(decisions.judgements())
                    .extracting(judgement -> judgement.verdict())
                    .contains(Verdict.NOT_SAME, Verdict.SAME);
            EntityId kept =
                    store.entityOf(joined.iterator().next()).orElseThrow().id();

            assertThatThrownBy(() -> reresolution(store).apply(done -> {
                        throw new IllegalStateException("killed after " + done);
                    }))
                    .hasMessageContaining("killed after");
            assertThatThrownBy(() -> store.open(Runs.RESOLVER.digest()))
                    .isInstanceOfSatisfying(ResolutionException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.DIGEST_MISMATCH));
            assertThat(Decisions.of(store)).as("while it is interrupted").isEqualTo(decisions);
            feed.assertHasTheTable("seed " + seed + ", while it is interrupted");

            store.open(NEXT.digest());
            StreamResolver stream = new StreamResolver(NEXT, store, Runs.CLOCK);
            Steward beside = new Steward(NEXT, store, Runs.CLOCK);
            List<Long> steps = new ArrayList<>();
            reresolution(store).apply(done -> {
                List<SourceRecord> some = later.subList(0, Math.min(STREAMED, later.size()));
                stream.apply(Runs.incoming(some), List.of());
                some.clear();
                if (steps.isEmpty()) {
                    beside.restoreIdentifier(suppressed, request("restore"));
                }
                feed.assertHasTheTable("seed " + seed + ", on the way");
                steps.add(done);
            });
            stream.apply(Runs.incoming(later), List.of());
            feed.assertHasTheTable("seed " + seed + ", afterwards");
            new FeedConsumer(store).assertHasTheTable("seed " + seed + ", from the start");

            assertThat(steps).as("transactions after the interruption").hasSizeGreaterThan(1);
            assertThat(reresolution(store).isDone()).isTrue();
            assertThat(store.operationById(split.operation().id())).isPresent();
            assertThat(Decisions.of(store).judgements())
                    .as("seed %d: judgements of records", seed)
                    .isEqualTo(decisions.judgements());
            SortedSet<RecordKey> rest = new TreeSet<>(whole.records());
            rest.remove(lone);
            assertThat(store.entityOf(lone).orElseThrow().records())
                    .as("seed %d: what a person parted stays apart", seed)
                    .doesNotContainAnyElementsOf(rest);
            Entity together = store.entityOf(joined.iterator().next()).orElseThrow();
            assertThat(together.records())
                    .as("seed %d: what a person joined stays joined", seed)
                    .containsAll(joined);
            assertThat(store.entity(kept))
                    .as("seed %d: an id answers for ever", seed)
                    .isPresent();
            grown.open(NEXT.digest());
            Decisions.of(store).bringInto(grown);
            new StreamResolver(NEXT, grown, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
            assertThat(partition(store))
                    .as("seed %d: as it would have grown", seed)
                    .isEqualTo(partition(grown));
        }
    }

    /**
     * The same to a resolution under which the records have other keys. The steward ruled on a phone that is another one by
     * then, and rules on that again as soon as there is one; the split is undone at the end.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void judgementsAndIdsHoldWhereRecordsGetOtherKeysToo(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        List<SourceRecord> first = new ArrayList<>();
        List<SourceRecord> later = new ArrayList<>();
        Random random = new Random(seed);
        versions.forEach(version -> (random.nextInt(4) > 0 ? first : later).add(version));
        Clock clock = new TickingClock(Runs.NOW);
        try (ResolutionStore store = emptyStore()) {
            store.open(Runs.RESOLVER.digest());
            Runs.applyAtOnce(store, first);
            Steward earlier = new Steward(Runs.RESOLVER, store, clock);
            Entity whole = largest(store, Set.of());
            RecordKey lone = whole.records().first();
            OperationResult split =
                    earlier.split(whole.id(), whole.membershipVersion(), List.of(Set.of(lone)), request("split"));
            Set<RecordKey> joined = join(earlier, store, whole.records());
            List<SharedKey> phones = phones(store);
            SharedKey followed = phones.get(0);
            SharedKey restored = phones.get(1);
            OperationResult suppression = earlier.suppressIdentifier(followed, request("suppress"));
            earlier.suppressIdentifier(restored, request("suppress too"));
            List<Judgement> judgements = Decisions.of(store).judgements();
            FeedConsumer feed = new FeedConsumer(store);
            feed.assertHasTheTable("seed " + seed + ", before");

            assertThatThrownBy(() -> reresolution(ELSEWHERE, store).apply(done -> {
                        throw new IllegalStateException("killed after " + done);
                    }))
                    .hasMessageContaining("killed after");
            assertThatThrownBy(() -> store.open(Runs.RESOLVER.digest()))
                    .isInstanceOf(ResolutionException.class)
                    .hasMessageContaining("ravel reresolve");
            checkWhole(store);

            store.open(ELSEWHERE.digest());
            StreamResolver stream = new StreamResolver(ELSEWHERE, store, Runs.CLOCK);
            Steward beside = new Steward(ELSEWHERE, store, clock);
            SharedKey restoredNow = elsewhere(restored);
            List<Long> steps = new ArrayList<>();
            reresolution(ELSEWHERE, store).apply(done -> {
                List<SourceRecord> some = later.subList(0, Math.min(STREAMED, later.size()));
                stream.apply(Runs.incoming(some), List.of());
                some.clear();
                if (steps.isEmpty()) {
                    beside.restoreIdentifier(restoredNow, request("restore"));
                }
                feed.assertHasTheTable("seed " + seed + ", on the way");
                steps.add(done);
            });
            stream.apply(Runs.incoming(later), List.of());
            feed.assertHasTheTable("seed " + seed + ", afterwards");
            checkWhole(store);

            assertThat(steps).as("transactions after the interruption").hasSizeGreaterThan(1);
            assertThat(reresolution(ELSEWHERE, store).isDone()).isTrue();
            assertThat(Decisions.of(store).judgements())
                    .as("seed %d: judgements of records", seed)
                    .isEqualTo(judgements);
            assertThat(store.keyStates(Set.of(elsewhere(followed), restoredNow)).values())
                    .as("seed %d: rulings", seed)
                    .extracting(KeyState::key, KeyState::ruling)
                    .containsExactlyInAnyOrder(
                            tuple(elsewhere(followed), IdentifierRuling.SUPPRESSED),
                            tuple(restoredNow, IdentifierRuling.TRUSTED));
            joined.removeIf(record -> store.entityOf(record).isEmpty());
            assertThat(store.entityOf(joined.iterator().next()).orElseThrow().records())
                    .as("seed %d: what a person joined stays joined", seed)
                    .containsAll(joined);
            assertThat(partition(store))
                    .as("seed %d: as it would have grown", seed)
                    .isEqualTo(grownLike(store, versions));

            beside.undo(suppression.operation().id(), request("undo suppression"));
            beside.undo(split.operation().id(), request("undo split"));
            assertThat(Decisions.of(store).judgements()).hasSize(judgements.size() - 2);
            assertThat(partition(store)).as("seed %d: undone", seed).isEqualTo(grownLike(store, versions));
            feed.assertHasTheTable("seed " + seed + ", undone");
            new FeedConsumer(store).assertHasTheTable("seed " + seed + ", from the start");
            checkWhole(store);
        }
    }

    /** What the store checks of itself, if it does. */
    protected void checkWhole(ResolutionStore store) {}

    private static Set<SortedSet<RecordKey>> grownLike(ResolutionStore store, List<SourceRecord> versions) {
        try (InMemoryStore grown = new InMemoryStore()) {
            grown.open(ELSEWHERE.digest());
            Decisions.of(store).bringInto(grown);
            new StreamResolver(ELSEWHERE, grown, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
            return partition(grown);
        }
    }

    /** The phones of the first records that are others elsewhere. */
    private static List<SharedKey> phones(ResolutionStore store) {
        return store
                .recordsOf(store.liveRecordKeys(RecordKey.DEFAULT_TENANT, Optional.empty(), FIRST))
                .values()
                .stream()
                .flatMap(record -> Runs.RESOLVER.standardiser().standardise(record.decode()).keys().stream())
                .filter(key -> !key.isBlock() && key.identifierType() == IdentifierType.PHONE)
                .filter(key -> !elsewhere(key).equals(key))
                .distinct()
                .toList();
    }

    /** What the number behind a phone is elsewhere: the generator writes national numbers. */
    private static SharedKey elsewhere(SharedKey phone) {
        String national = phone.value().substring("+86".length());
        return WrittenIdentifier.of(IdentifierType.PHONE, national, Optional.empty())
                .standardise(ELSEWHERE.standardiser())
                .get(0)
                .key(phone.tenant());
    }

    /** Joins the two largest entities of other records. */
    private static Set<RecordKey> join(Steward steward, ResolutionStore store, Set<RecordKey> others) {
        Entity one = largest(store, others);
        Set<RecordKey> taken = new TreeSet<>(others);
        taken.addAll(one.records());
        Entity other = largest(store, taken);
        steward.merge(
                Map.of(one.id(), one.membershipVersion(), other.id(), other.membershipVersion()), request("merge"));
        SortedSet<RecordKey> joined = new TreeSet<>(one.records());
        joined.addAll(other.records());
        return joined;
    }

    /** An identifier that one of the records carries. */
    private static SharedKey identifierOf(ResolutionStore store, Set<RecordKey> records) {
        return store.recordsOf(records).values().stream()
                .flatMap(record -> Runs.RESOLVER.standardiser().standardise(record.decode()).keys().stream())
                .filter(key -> !key.isBlock())
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static Entity largest(EntityReader store, Set<RecordKey> without) {
        return store.page(Optional.empty(), ALL, 1).stream()
                .filter(entity -> entity.records().stream().noneMatch(without::contains))
                .max(Comparator.<Entity>comparingInt(entity -> entity.records().size())
                        .thenComparing(entity -> entity.records().first()))
                .orElseThrow();
    }

    private static Set<SortedSet<RecordKey>> partition(EntityReader store) {
        return store.page(Optional.empty(), ALL, 1).stream()
                .map(Entity::records)
                .collect(Collectors.toSet());
    }

    private static Reresolution reresolution(ResolutionStore store) {
        return reresolution(NEXT, store);
    }

    private static Reresolution reresolution(Resolver resolver, ResolutionStore store) {
        return new Reresolution(resolver, store, Runs.CLOCK, () -> {});
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }

    private static Resolver looser(Resolver of) {
        ResolverSettings settings = of.settings();
        return Resolver.of(
                new ResolverSettings(
                        settings.tenant(),
                        settings.defaultRegion(),
                        settings.zone(),
                        settings.matchWeight() - 2,
                        settings.reviewWeight(),
                        settings.weakBridgeMargin(),
                        settings.maxEntityRecords() - 1,
                        settings.blockCap(),
                        settings.identifierCandidateCap(),
                        settings.identifiers(),
                        settings.suppressedValues(),
                        settings.sources()),
                MatchModel.shipped());
    }
}
