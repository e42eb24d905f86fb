package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.BlockingRule;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.blocking.BlockingRules.Applied;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.region.CandidatePairs;
import dev.ravel.resolver.reresolve.Reresolution;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.stream.StreamResolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model with fewer blocking rules in another order: stream, bulk and reresolution all use them. */
class BlockingOfTheModelTest {
    private static final int PERSONS = 30;

    private static final BlockingRules FEWER = new BlockingRules(List.of(
            new Applied(BlockingRule.NAME, 2),
            Applied.toAll(BlockingRule.ORGANIZATION_NAME),
            Applied.toAll(BlockingRule.BIRTH_DATE_AND_NAME)));

    private static final Resolver OTHER = Resolver.of(Runs.RESOLVER.settings(), with(FEWER));

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bulkAndStreamAgree(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        BulkResult bulk = new BulkResolver(OTHER, Runs.CLOCK).resolve(versions, List.of());
        try (InMemoryStore store = grown(versions)) {
            assertThat(GraphState.partition(store))
                    .as("seed %d: stream against bulk", seed)
                    .isEqualTo(bulk.entities().stream().map(Entity::records).toList())
                    .isEqualTo(FromScratch.partition(OTHER, versions, List.of()));
            assertThat(store.matchesOf(store.recordKeys())).isEqualTo(bulk.matches());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachPairComesOnceUnderItsFirstRule(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        List<LiveRecord> records = FromScratch.withMasks(OTHER, versions);
        Map<List<RecordKey>, String> rules = new HashMap<>();

        CandidatePairs.within(
                records, (a, b) -> assertThat(rules.put(List.of(a.key(), b.key()), CandidatePairs.rule(a, b)))
                        .as("seed %d: %s and %s come once", seed, a.key(), b.key())
                        .isNull());

        Set<String> seen = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            for (int j = i + 1; j < records.size(); j++) {
                String first = firstRule(records.get(i), records.get(j));
                assertThat(rules.getOrDefault(
                                List.of(records.get(i).key(), records.get(j).key()), ""))
                        .as(
                                "seed %d: %s and %s",
                                seed, records.get(i).key(), records.get(j).key())
                        .isEqualTo(first);
                seen.add(first);
            }
        }
        assertThat(new BulkResolver(OTHER, Runs.CLOCK)
                        .resolve(versions, List.of())
                        .candidatePairs())
                .as("seed %d: pairs of the bulk path", seed)
                .isEqualTo(rules.size());
        assertThat(seen).contains("name", "birthDateAndName");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reresolvingTakesAGraphOverToOtherRules(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore();
                InMemoryStore grown = grown(versions)) {
            Runs.applyAtOnce(store, versions);

            new Reresolution(OTHER, store, Runs.CLOCK, () -> {}).apply(done -> {});

            assertThat(GraphState.of(store)).as("seed %d", seed).isEqualTo(GraphState.of(grown));
            assertThat(store.stamp().orElseThrow().keyGeneration())
                    .as("other rules give other keys")
                    .isEqualTo(1);
        }
    }

    @Test
    void otherRulesAreAnotherResolutionWithOtherKeys() {
        assertThat(OTHER.digest().hex()).isNotEqualTo(Runs.RESOLVER.digest().hex());
        assertThat(OTHER.digest().sameKeysAs(Runs.RESOLVER.digest())).isFalse();
    }

    private static InMemoryStore grown(List<SourceRecord> versions) {
        InMemoryStore store = new InMemoryStore();
        store.open(OTHER.digest());
        int half = new Random(versions.size()).nextInt(versions.size());
        StreamResolver stream = new StreamResolver(OTHER, store, Runs.CLOCK);
        stream.apply(Runs.incoming(versions.subList(half, versions.size())), List.of());
        stream.apply(Runs.incoming(versions.subList(0, half)), List.of());
        return store;
    }

    /** An identifier goes before all rules, then the order of the model decides. */
    private static String firstRule(LiveRecord a, LiveRecord b) {
        for (int i = 0; i < a.standard().identifiers().size(); i++) {
            if (shares(a, b, i)) {
                return a.standard().keys().get(i).kind();
            }
        }
        for (Applied one : FEWER.applied()) {
            for (int i = a.standard().identifiers().size();
                    i < a.standard().keys().size();
                    i++) {
                if (a.standard().keys().get(i).scope().equals(one.rule().keyName()) && shares(a, b, i)) {
                    return one.rule().keyName();
                }
            }
        }
        return "";
    }

    private static boolean shares(LiveRecord a, LiveRecord b, int index) {
        return a.proposes(index)
                && b.standard().keys().contains(a.standard().keys().get(index));
    }

    private static MatchModel with(BlockingRules rules) {
        String shipped = MatchModel.shipped().text();
        String section = rules.applied().stream()
                .map(one -> one.isToAll()
                        ? "{\"rule\": \"" + one.rule().keyName() + "\"}"
                        : "{\"rule\": \"" + one.rule().keyName() + "\", \"belowIdentifiers\": " + one.belowIdentifiers()
                                + "}")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        String changed = shipped.replaceFirst("(?s)\"blocking\" : \\[.*?\\]", "\"blocking\" : [" + section + "]")
                .replaceFirst("\"digest\".*\n", "");
        MatchModel model = MatchModel.parse(changed);
        assertThat(model.blocking()).isEqualTo(rules);
        return model;
    }
}
