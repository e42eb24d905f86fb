package dev.ravel.resolver.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 3: every merge can be explained, and every non-merge. */
class ExplainerTest {
    private static final RecordKey A = RecordKey.of("crm", "a");
    private static final RecordKey B = RecordKey.of("crm", "b");

    private final InMemoryStore store = Runs.openStore();
    private final Explainer explainer = new Explainer(Runs.RESOLVER, store);

    static LongStream seeds() {
        return Runs.seeds();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTwoRecordsOfAnEntityHaveAPathAndAnyTwoOthersAReason(long seed) {
        Runs.applyAtOnce(store, new CustomerGenerator(seed).versions(10));
        List<Entity> active = GraphState.active(store);
        for (Entity entity : active) {
            for (RecordKey one : entity.records()) {
                for (RecordKey two : entity.records().tailSet(one)) {
                    if (!one.equals(two)) {
                        PairExplanation why = explainer.explain(one, two);
                        assertThat(why.sameEntity()).isTrue();
                        assertThat(ends(why.path()))
                                .as("seed %d: the path from %s to %s: %s", seed, one, two, why.path())
                                .containsExactlyInAnyOrder(one, two);
                        assertThat(why.outcome()).startsWith("One customer");
                    }
                }
            }
        }
        for (int i = 1; i < active.size(); i++) {
            PairExplanation whyNot = explainer.explain(
                    active.get(i - 1).records().first(), active.get(i).records().last());
            assertThat(whyNot.sameEntity()).isFalse();
            assertThat(whyNot.path()).isEmpty();
            assertThat(whyNot.outcome()).startsWith("Two customers");
        }
    }

    /**
     * Against the graph itself: a steward suppresses the values named, and the two part; any smaller set of the values that
     * their entity shares leaves them together.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void separatingValuesPartTheTwoAndNoSmallerSetDoes(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(8);
        Runs.applyAtOnce(store, versions);
        for (Entity entity : GraphState.active(store)) {
            RecordKey one = entity.records().first();
            RecordKey two = entity.records().last();
            List<SharedKey> named = one.equals(two) ? List.of() : explainer.separatingValues(one, two);
            if (!named.isEmpty()) {
                assertThat(togetherWithout(versions, one, two, named))
                        .as("seed %d: %s and %s without %s", seed, one, two, named)
                        .isFalse();
                for (List<SharedKey> smaller : setsSmallerThan(named.size(), sharedWithin(entity))) {
                    assertThat(togetherWithout(versions, one, two, smaller))
                            .as("seed %d: %s and %s without %s, of %s", seed, one, two, smaller, named)
                            .isTrue();
                }
            }
        }
    }

    private static boolean togetherWithout(
            List<SourceRecord> versions, RecordKey one, RecordKey two, List<SharedKey> suppressed) {
        try (InMemoryStore other = Runs.openStore()) {
            Runs.applyAtOnce(other, versions);
            Steward steward = new Steward(Runs.RESOLVER, other, Runs.CLOCK);
            suppressed.forEach(
                    value -> steward.suppressIdentifier(value, new StewardRequest("li", "what if", value.text())));
            return other.entityOf(one).equals(other.entityOf(two));
        }
    }

    /** The identifiers that are evidence and that at least two records of an entity carry. */
    private List<SharedKey> sharedWithin(Entity entity) {
        Map<SharedKey, Integer> carriers = new TreeMap<>();
        for (StoredRecord record : store.recordsOf(entity.records()).values()) {
            Runs.RESOLVER.standardiser().standardise(record.decode()).keys().stream()
                    .filter(key -> !key.isBlock() && !record.suppressed().contains(key))
                    .forEach(key -> carriers.merge(key, 1, Integer::sum));
        }
        carriers.values().removeIf(count -> count < 2);
        return List.copyOf(carriers.keySet());
    }

    /** All sets of fewer than so many values, which are at most three; the empty one among them. */
    private static List<List<SharedKey>> setsSmallerThan(int size, List<SharedKey> values) {
        List<List<SharedKey>> sets = new ArrayList<>(List.of(List.of()));
        for (int i = 0; size > 1 && i < values.size(); i++) {
            sets.add(List.of(values.get(i)));
            for (int j = i + 1; size > 2 && j < values.size(); j++) {
                sets.add(List.of(values.get(i), values.get(j)));
            }
        }
        return sets;
    }

    @Test
    void aMatchIsExplainedByItsLevelsAndSharedIdentifiers() {
        Runs.applyAtOnce(store, List.of(person(A, "王小明", "13812340001"), person(B, "王小明", "13812340001")));
        PairExplanation why = explainer.explain(B, A);
        assertThat(why.direct().weight()).isGreaterThanOrEqualTo(6);
        assertThat(why.direct().rule()).isEqualTo("PHONE");
        assertThat(why.direct().levels()).isNotEmpty();
        assertThat(why.path()).singleElement().satisfies(step -> {
            assertThat(step.values()).extracting(key -> key.value()).containsExactly("+8613812340001");
            assertThat(step.levels()).isEqualTo(why.direct());
            assertThat(step.levels().digest()).isEqualTo(Runs.RESOLVER.digest().hex());
            assertThat(step.since())
                    .isEqualTo(store.recordsOf(List.of(A, B)).values().stream()
                            .map(StoredRecord::recordedAt)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        });
        assertThat(why.model())
                .isEqualTo(Runs.RESOLVER.model().name()
                        + ' '
                        + Runs.RESOLVER.model().version());
        assertThat(why.shared()).extracting(key -> key.value()).contains("+8613812340001");
        assertThat(why.suppressed()).isEmpty();
        assertThat(why.outcome()).startsWith("One customer: they match directly");
    }

    @Test
    void aSplitIsExplainedByItsJudgement() {
        Runs.applyAtOnce(store, List.of(person(A, "王小明", "13812340001"), person(B, "王小明", "13812340001")));
        Entity whole = store.entityOf(A).orElseThrow();
        new Steward(Runs.RESOLVER, store, Runs.CLOCK)
                .split(
                        whole.id(),
                        whole.membershipVersion(),
                        List.of(Set.of(A)),
                        new StewardRequest("li", "father and son", "k1"));
        PairExplanation why = explainer.explain(A, B);
        assertThat(why.sameEntity()).isFalse();
        assertThat(why.judgements()).hasSize(1);
        assertThat(why.outcome()).startsWith("Two customers, because li judged so (father and son,");
    }

    @Test
    void onlyTwoLiveRecordsCanBeExplained() {
        Runs.applyAtOnce(store, List.of(person(A, "王小明", "13812340001"), SourceRecord.deletion(B, Runs.NOW)));
        for (RecordKey absent : List.of(B, RecordKey.of("crm", "unknown"))) {
            assertThatThrownBy(() -> explainer.explain(A, absent))
                    .isInstanceOfSatisfying(
                            ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
        assertThatThrownBy(() -> explainer.explain(A, A))
                .isInstanceOfSatisfying(
                        ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    /** The records that an odd number of links touch: of a chain, its two ends. */
    private static List<RecordKey> ends(List<PathStep> path) {
        Map<RecordKey, Integer> touched = new TreeMap<>();
        for (PathStep step : path) {
            Match match = step.match();
            touched.merge(match.pair().smaller(), 1, Integer::sum);
            touched.merge(match.pair().larger(), 1, Integer::sum);
        }
        touched.values().removeIf(count -> count % 2 == 0);
        return List.copyOf(touched.keySet());
    }

    private static SourceRecord person(RecordKey key, String name, String phone) {
        return SourceRecord.of(
                key,
                RecordType.PERSON,
                Runs.NOW.minusSeconds(9),
                Map.of(AttributeName.NAME, List.of(name), AttributeName.PHONE, List.of(phone)));
    }
}
