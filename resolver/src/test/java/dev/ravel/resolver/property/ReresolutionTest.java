package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.reresolve.Reresolution;
import dev.ravel.resolver.reresolve.ReresolutionPreview;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.IdentifierSettings;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoreStamp;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Duration;
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
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A graph that is taken to another resolution is the graph that would have grown under it, with the ids of before. */
class ReresolutionTest {
    private static final int PERSONS = 14;

    /** Other thresholds, caps and suppressed values: some entities merge and some split. */
    private static final Resolver LOOSER = resolver(4.5, 1.0, 3, 5, 6, 2);

    private static final Resolver STRICTER = resolver(12.0, 7.0, 12, 9, 20, 1);

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theGraphIsThatOfTheNewResolution(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        for (Resolver next : List.of(LOOSER, STRICTER)) {
            try (InMemoryStore store = Runs.openStore();
                    InMemoryStore grown = new InMemoryStore()) {
                Runs.applyInDisorder(store, versions, new Random(seed));
                grown.open(next.digest());
                new StreamResolver(next, grown, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
                FeedConsumer feed = new FeedConsumer(store);
                feed.assertHasTheTable("seed " + seed + ", before");

                reresolution(next, store).apply(done -> {});

                feed.assertHasTheTable("seed " + seed + ", resolved again");
                assertThat(GraphState.of(store)).as("seed %d", seed).isEqualTo(GraphState.of(grown));
                assertThat(reresolution(next, store).isDone()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePreviewSaysWhatApplyingDoesAndChangesNothing(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, new Random(seed));
            String before = GraphState.of(store) + GraphState.entities(store);
            Set<EntityId> idsBefore = ids(store);

            ReresolutionPreview preview = reresolution(STRICTER, store).preview();

            assertThat(GraphState.of(store) + GraphState.entities(store)).isEqualTo(before);
            assertThat(store.stamp()).contains(new StoreStamp(Runs.RESOLVER.digest(), Optional.empty()));
            reresolution(STRICTER, store).apply(done -> {});
            assertThat(preview.entitiesAfter())
                    .isEqualTo(GraphState.partition(store).size());
            assertThat(preview.entitiesBefore()).isEqualTo(idsBefore.size());
            Set<EntityId> kept = ids(store);
            kept.retainAll(idsBefore);
            assertThat(kept).as("ids kept").hasSize(preview.entitiesBefore() - preview.idsRetired());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anInterruptedOneGoesOnAndAStreamMayRunBesideIt(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS * 30);
        int half = versions.size() / 2;
        List<SourceRecord> first = versions.subList(0, half);
        List<SourceRecord> second = new ArrayList<>(versions.subList(half, versions.size()));
        try (InMemoryStore store = Runs.openStore();
                InMemoryStore grown = new InMemoryStore()) {
            Runs.applyAtOnce(store, first);
            grown.open(LOOSER.digest());
            new StreamResolver(LOOSER, grown, Runs.CLOCK).apply(Runs.incoming(versions), List.of());

            assertThatThrownBy(() -> reresolution(LOOSER, store).apply(done -> {
                        throw new IllegalStateException("interrupted after " + done);
                    }))
                    .hasMessageContaining("interrupted");
            assertThat(store.stamp().orElseThrow().reresolvedUpTo()).isPresent();
            assertThatThrownBy(() -> store.open(Runs.RESOLVER.digest())).isInstanceOf(ResolutionException.class);
            store.open(LOOSER.digest());
            StreamResolver beside = new StreamResolver(LOOSER, store, Runs.CLOCK);
            reresolution(LOOSER, store).apply(done -> {
                int some = Math.min(40, second.size());
                beside.apply(Runs.incoming(second.subList(0, some)), List.of());
                second.subList(0, some).clear();
            });
            beside.apply(Runs.incoming(second), List.of());

            assertThat(GraphState.of(store)).as("seed %d", seed).isEqualTo(GraphState.of(grown));
        }
    }

    /** A split and a merge by a person hold under any new resolution, and can be undone there. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatPersonsDecidedHoldsUnderANewResolution(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        for (Resolver next : List.of(LOOSER, STRICTER)) {
            try (InMemoryStore store = Runs.openStore();
                    InMemoryStore grown = new InMemoryStore()) {
                Runs.applyInDisorder(store, versions, new Random(seed));
                Entity whole = largest(store);
                RecordKey lone = whole.records().first();
                Steward before = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
                OperationResult split =
                        before.split(whole.id(), whole.membershipVersion(), List.of(Set.of(lone)), request("split"));
                Entity one = smallest(store, whole.records());
                Entity rest = store.entityOf(whole.records().last()).orElseThrow();
                before.merge(
                        Map.of(one.id(), one.membershipVersion(), rest.id(), rest.membershipVersion()),
                        request("merge"));
                Decisions decisions = Decisions.of(store);

                Reresolution reresolution = reresolution(next, store);
                int foreseen = reresolution.preview().entitiesAfter();
                reresolution.apply(done -> {});

                SortedSet<RecordKey> apart = new TreeSet<>(whole.records());
                apart.remove(lone);
                assertThat(store.entityOf(lone).orElseThrow().records())
                        .as("seed %d: %s stays apart", seed, lone)
                        .doesNotContainAnyElementsOf(apart);
                assertThat(store.entityOf(apart.first()).orElseThrow().records())
                        .as("seed %d: what a person joined stays joined", seed)
                        .containsAll(apart)
                        .containsAll(one.records());
                assertThat(GraphState.partition(store)).hasSize(foreseen);
                assertThat(Decisions.of(store)).isEqualTo(decisions);
                grown.open(next.digest());
                decisions.bringInto(grown);
                new StreamResolver(next, grown, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
                assertThat(GraphState.of(store))
                        .as("seed %d: as it would have grown", seed)
                        .isEqualTo(GraphState.of(grown));

                Steward after = new Steward(next, store, Runs.CLOCK);
                after.undoChain(split.operation().id(), request("undo"));
                assertThat(Decisions.of(store).isEmpty()).isTrue();
                assertThat(GraphState.partition(store))
                        .as("seed %d: undone", seed)
                        .isEqualTo(FromScratch.partition(next, versions, List.of()));
            }
        }
    }

    private static Entity largest(InMemoryStore store) {
        return GraphState.active(store).stream()
                .max(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
    }

    private static Entity smallest(InMemoryStore store, Set<RecordKey> without) {
        return GraphState.active(store).stream()
                .filter(entity -> !without.contains(entity.records().first()))
                .min(Comparator.comparingInt(entity -> entity.records().size()))
                .orElseThrow();
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }

    private static Reresolution reresolution(Resolver resolver, InMemoryStore store) {
        return new Reresolution(resolver, store, Runs.CLOCK, () -> {});
    }

    private static Set<EntityId> ids(InMemoryStore store) {
        return GraphState.active(store).stream()
                .map(entity -> entity.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Resolver resolver(
            double matchWeight, double reviewWeight, int maxRecords, int blockCap, int candidateCap, int nameCap) {
        ResolverSettings tight = Runs.RESOLVER.settings();
        return Resolver.of(
                new ResolverSettings(
                        tight.tenant(),
                        tight.defaultRegion(),
                        tight.zone(),
                        matchWeight,
                        reviewWeight,
                        tight.weakBridgeMargin(),
                        maxRecords,
                        blockCap,
                        candidateCap,
                        Map.of(
                                IdentifierType.PHONE, new IdentifierSettings(nameCap, true, Duration.ofSeconds(30)),
                                IdentifierType.EMAIL, new IdentifierSettings(nameCap, false, Duration.ofSeconds(200))),
                        tight.suppressedValues(),
                        tight.sources()),
                MatchModel.shipped());
    }
}
