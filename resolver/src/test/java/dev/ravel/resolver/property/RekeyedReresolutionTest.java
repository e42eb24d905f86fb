package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.reresolve.Reresolution;
import dev.ravel.resolver.reresolve.ReresolutionPreview;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Heirs;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.WrittenIdentifier;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.stream.StreamResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A graph that is taken to a resolution under which its records have other keys is the graph that would have grown under it.
 * The other region makes other phones and documents of the same values.
 */
class RekeyedReresolutionTest {
    private static final int PERSONS = 14;

    /** Several batches of the reresolution. */
    private static final int MANY_PERSONS = PERSONS * 30;

    private static final int STREAMED = 60;
    private static final Resolver ELSEWHERE = Runs.in("US", "Asia/Shanghai");

    static LongStream seeds() {
        return Runs.seeds();
    }

    static LongStream someSeeds() {
        long first = Long.getLong("ravel.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("ravel.seeds", 6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theGraphIsThatOfTheOtherStandardiserAndBackAgainThatOfTheFirst(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, new Random(seed));

            reresolution(ELSEWHERE, store).apply(done -> {});
            assertThat(state(store, ELSEWHERE)).as("seed %d", seed).isEqualTo(grown(ELSEWHERE, versions));
            assertThat(store.stamp().orElseThrow().keyGeneration()).isEqualTo(1);
            assertThat(store.removeFormerBlocks(1)).as("blocks left over").isZero();

            reresolution(Runs.RESOLVER, store).apply(done -> {});
            assertThat(state(store, Runs.RESOLVER)).as("seed %d", seed).isEqualTo(grown(Runs.RESOLVER, versions));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePreviewSaysWhatApplyingDoes(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, new Random(seed));
            phone(store)
                    .ifPresent(phone -> steward(Runs.RESOLVER, store).suppressIdentifier(phone, request("suppress")));
            String before = GraphState.of(store) + GraphState.entities(store);

            ReresolutionPreview preview = reresolution(ELSEWHERE, store).preview();

            assertThat(GraphState.of(store) + GraphState.entities(store)).isEqualTo(before);
            reresolution(ELSEWHERE, store).apply(done -> {});
            assertThat(preview.entitiesAfter())
                    .as("seed %d", seed)
                    .isEqualTo(GraphState.partition(store).size());
        }
    }

    /** A stream of the new resolution brings half of the versions meanwhile; each transaction is the last one of a process. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void interruptedAfterEachTransactionAndBesideAStreamItEndsInTheSameGraph(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(MANY_PERSONS);
        List<SourceRecord> first = new ArrayList<>();
        List<SourceRecord> later = new ArrayList<>();
        Random random = new Random(seed);
        versions.forEach(version -> (random.nextBoolean() ? first : later).add(version));
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyAtOnce(store, first);
            int processes = 0;
            while (!reresolution(ELSEWHERE, store).isDone()) {
                try {
                    reresolution(ELSEWHERE, store).apply(done -> {
                        throw new IllegalStateException("killed after " + done);
                    });
                } catch (IllegalStateException killed) {
                    processes++;
                    assertThatThrownBy(() -> store.open(Runs.RESOLVER.digest()))
                            .isInstanceOf(ResolutionException.class)
                            .hasMessageContaining("ravel reresolve");
                }
                List<SourceRecord> some = later.subList(0, Math.min(STREAMED, later.size()));
                new StreamResolver(ELSEWHERE, store, Runs.CLOCK).apply(Runs.incoming(some), List.of());
                some.clear();
            }
            new StreamResolver(ELSEWHERE, store, Runs.CLOCK).apply(Runs.incoming(later), List.of());

            assertThat(processes).isGreaterThan(2);
            assertThat(state(store, ELSEWHERE)).as("seed %d", seed).isEqualTo(grown(ELSEWHERE, versions));
        }
    }

    /** The one that was begun is left half done, and another begun. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void oneThatIsGivenUpHalfwayForAnotherOneLeavesNothingBehind(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(MANY_PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyAtOnce(store, versions);
            assertThatThrownBy(() -> reresolution(ELSEWHERE, store).apply(done -> {
                        throw new IllegalStateException("killed after " + done);
                    }))
                    .hasMessageContaining("killed");

            reresolution(Runs.RESOLVER, store).apply(done -> {});

            assertThat(state(store, Runs.RESOLVER)).as("seed %d", seed).isEqualTo(grown(Runs.RESOLVER, versions));
            assertThat(store.stamp().orElseThrow().keyGeneration()).isEqualTo(2);
        }
    }

    /** Nothing but the zone is other: the keys are new, and say what they said. No entity is to be seen in pieces. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereNothingMatchesOtherwiseNoEntityChangesOnTheWay(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        Resolver here = wide(Runs.in("CN", "Asia/Shanghai"));
        Resolver otherZone = wide(Runs.in("CN", "Asia/Tokyo"));
        try (InMemoryStore store = new InMemoryStore()) {
            store.open(here.digest());
            new StreamResolver(here, store, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
            String before = GraphState.of(store) + GraphState.entities(store);

            long events = reresolution(otherZone, store).apply(done -> {});

            assertThat(store.stamp().orElseThrow().keyGeneration()).isEqualTo(1);
            assertThat(GraphState.of(store) + GraphState.entities(store)).isEqualTo(before);
            assertThat(events).as("seed %d", seed).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRulingGoesWithItsPhoneAndCanBeTakenBackThere(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, new Random(seed));
            SharedKey phone = phone(store).orElseThrow();
            OperationResult suppressed = steward(Runs.RESOLVER, store).suppressIdentifier(phone, request("suppress"));

            reresolution(ELSEWHERE, store).apply(done -> {});

            SharedKey now = heir(store, phone);
            assertThat(now).isNotEqualTo(phone);
            assertThat(store.keyStates(List.of(now)).get(now).ruling()).isEqualTo(IdentifierRuling.SUPPRESSED);
            assertThat(store.judgementsOf(now)).singleElement().satisfies(stored -> {
                assertThat(stored.judgement().operation())
                        .isEqualTo(suppressed.operation().id());
                assertThat(stored.judgement().actor()).isEqualTo("li");
            });
            assertThat(store.judgementsOf(phone)).as("the fact stays").hasSize(1);
            assertThat(state(store, ELSEWHERE))
                    .as("seed %d", seed)
                    .isEqualTo(grown(ELSEWHERE, versions, Decisions.of(store)));

            steward(ELSEWHERE, store).undo(suppressed.operation().id(), request("undo"));

            assertThat(Decisions.of(store).isEmpty()).isTrue();
            assertThat(state(store, ELSEWHERE)).as("seed %d: undone", seed).isEqualTo(grown(ELSEWHERE, versions));
        }
    }

    /** Elsewhere the numbers are but digits; here they are mobiles. Nobody carries the phone until after. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void aRulingOnAPhoneThatNobodyCarriesWaitsForItUnderItsNewForm(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = new InMemoryStore()) {
            store.open(ELSEWHERE.digest());
            StreamResolver before = new StreamResolver(ELSEWHERE, store, Runs.CLOCK);
            before.apply(Runs.incoming(versions), List.of());
            SharedKey phone = live(store).stream()
                    .flatMap(record -> identifiers(ELSEWHERE, record.decode()).stream())
                    .filter(key -> key.identifierType() == IdentifierType.PHONE)
                    .filter(key -> Heirs.of(key, Runs.RESOLVER.standardiser()).isPresent())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            SharedKey now = Heirs.of(phone, Runs.RESOLVER.standardiser()).orElseThrow();
            steward(ELSEWHERE, store).suppressIdentifier(phone, request("suppress"));
            List<SourceRecord> carriers = live(store).stream()
                    .map(StoredRecord::decode)
                    .filter(version -> identifiers(ELSEWHERE, version).contains(phone))
                    .toList();
            before.apply(
                    Runs.incoming(carriers.stream()
                            .map(version -> SourceRecord.deletion(
                                    version.key(), version.observedAt().plusSeconds(1)))
                            .toList()),
                    List.of());

            reresolution(Runs.RESOLVER, store).apply(done -> {});

            assertThat(store.judgementsOf(phone)).as("the fact stays").hasSize(1);
            assertThat(store.keyStates(List.of(now)).get(now))
                    .as("seed %d", seed)
                    .isEqualTo(new KeyState(now, 0, true, false, IdentifierRuling.SUPPRESSED));
            Runs.applyAtOnce(
                    store,
                    carriers.stream()
                            .map(version -> SourceRecord.of(
                                    version.key(),
                                    version.type(),
                                    version.observedAt().plusSeconds(2),
                                    version.attributes()))
                            .toList());
            assertThat(store.recordsOf(List.of(carriers.get(0).key())).values())
                    .allSatisfy(record -> assertThat(record.suppressed()).contains(now));
        }
    }

    /** Who had a number at a time is found by the form that it has now. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void whoCarriedAValueBeforeIsStillFound(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS * 4);
        try (InMemoryStore store = Runs.openStore();
                InMemoryStore grown = new InMemoryStore()) {
            for (SourceRecord version : versions) {
                Runs.applyAtOnce(store, List.of(version));
            }
            grown.open(ELSEWHERE.digest());
            for (SourceRecord version : versions) {
                new StreamResolver(ELSEWHERE, grown, Runs.CLOCK).apply(Runs.incoming(List.of(version)), List.of());
            }

            reresolution(ELSEWHERE, store).apply(done -> {});

            for (StoredRecord record : live(store)) {
                for (SharedKey key : identifiers(ELSEWHERE, record.decode())) {
                    List<RecordKey> found = new ArrayList<>(store.carriersEver(key, Optional.empty(), 1_000));
                    List<RecordKey> expected = new ArrayList<>(grown.carriersEver(key, Optional.empty(), 1_000));
                    Set<RecordKey> alive =
                            live(store).stream().map(StoredRecord::key).collect(Collectors.toSet());
                    expected.retainAll(alive);
                    assertThat(found).as("seed %d: %s", seed, key).containsAll(expected);
                }
            }
        }
    }

    private static String grown(Resolver resolver, List<SourceRecord> versions) {
        return grown(resolver, versions, Decisions.NONE);
    }

    private static String grown(Resolver resolver, List<SourceRecord> versions, Decisions decisions) {
        try (InMemoryStore grown = new InMemoryStore()) {
            grown.open(resolver.digest());
            decisions.bringInto(grown);
            new StreamResolver(resolver, grown, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
            return state(grown, resolver);
        }
    }

    /** With the states of all keys of the live records, and the identifiers that these are stored with. */
    private static String state(InMemoryStore store, Resolver resolver) {
        StringBuilder text = new StringBuilder(GraphState.of(store));
        Map<SharedKey, KeyState> states = new TreeMap<>();
        for (StoredRecord record : live(store)) {
            StandardRecord standard = resolver.standardiser().standardise(record.decode());
            states.putAll(store.keyStates(standard.keys()));
            text.append(record.key())
                    .append(record.formerKeys() ? " has former keys " : " carries ")
                    .append(new TreeSet<>(
                            store.identifiersOf(List.of(record.key())).getOrDefault(record.key(), Set.of())))
                    .append('\n');
        }
        states.values().forEach(state -> text.append(state).append('\n'));
        return text.toString();
    }

    private static List<StoredRecord> live(InMemoryStore store) {
        return store.recordsOf(store.recordKeys()).values().stream()
                .filter(record -> !record.deleted())
                .toList();
    }

    /** A phone that a live record carries and that the other standardiser gives another form. */
    private static Optional<SharedKey> phone(InMemoryStore store) {
        return live(store).stream()
                .flatMap(record -> identifiers(Runs.RESOLVER, record.decode()).stream())
                .filter(key -> key.identifierType() == IdentifierType.PHONE)
                .filter(key ->
                        !heirs(store, key).contains(key) && !heirs(store, key).isEmpty())
                .sorted()
                .findFirst();
    }

    private static SharedKey heir(InMemoryStore store, SharedKey former) {
        Set<SharedKey> heirs = heirs(store, former);
        assertThat(heirs).hasSize(1);
        return heirs.iterator().next();
    }

    /** What the raw values behind a phone are elsewhere. */
    private static Set<SharedKey> heirs(InMemoryStore store, SharedKey former) {
        return live(store).stream()
                .flatMap(record -> Runs.RESOLVER.standardiser().standardise(record.decode()).identifiers().stream())
                .filter(identifier -> identifier.key(former.tenant()).equals(former))
                .map(Identifier::raw)
                .map(raw -> WrittenIdentifier.of(IdentifierType.PHONE, raw, Optional.empty())
                        .standardise(ELSEWHERE.standardiser()))
                .flatMap(List::stream)
                .map(identifier -> identifier.key(former.tenant()))
                .collect(Collectors.toSet());
    }

    private static List<SharedKey> identifiers(Resolver resolver, SourceRecord version) {
        return resolver.standardiser().standardise(version).keys().stream()
                .filter(key -> !key.isBlock())
                .toList();
    }

    private static Steward steward(Resolver resolver, InMemoryStore store) {
        return new Steward(resolver, store, Runs.CLOCK);
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }

    private static Reresolution reresolution(Resolver resolver, InMemoryStore store) {
        return new Reresolution(resolver, store, Runs.CLOCK, () -> {});
    }

    /** Caps that nothing crosses. */
    private static Resolver wide(Resolver of) {
        ResolverSettings settings = of.settings();
        return Resolver.of(
                new ResolverSettings(
                        settings.tenant(),
                        settings.defaultRegion(),
                        settings.zone(),
                        settings.matchWeight(),
                        settings.reviewWeight(),
                        settings.weakBridgeMargin(),
                        settings.maxEntityRecords(),
                        1_000,
                        1_000,
                        settings.identifiers(),
                        settings.suppressedValues(),
                        settings.sources()),
                MatchModel.shipped());
    }
}
