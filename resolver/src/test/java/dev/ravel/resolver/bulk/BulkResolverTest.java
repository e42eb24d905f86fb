package dev.ravel.resolver.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.region.RegionResolution;
import dev.ravel.resolver.region.ResolvedRegion;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.IdentifierSettings;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.suppression.SuppressionRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkResolverTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(T0, ZoneOffset.UTC);
    private static final Resolver RESOLVER = Resolver.of(smallCaps(), MatchModel.shipped());
    private static final BulkResolver BULK = new BulkResolver(RESOLVER, CLOCK);
    private static final BulkResolver BULK_OF_USUAL_CAPS =
            new BulkResolver(Resolver.of(ResolverSettings.defaults(), MatchModel.shipped()), CLOCK);

    @Test
    void recordsOfOneCustomerBecomeOneEntity() {
        BulkResult result = BULK.resolve(
                List.of(
                        record("a", 0, "name", "王小明", "phone", "139 1111 2222"),
                        record("b", 0, "name", "王小明", "phone", "+86 13911112222"),
                        record("c", 0, "name", "李雷", "phone", "13711113333")),
                List.of());

        assertThat(drawn(result)).isEqualTo("ab/c");
        assertThat(result.records()).isEqualTo(3);
        Entity both = result.entities().get(0);
        assertThat(both.founder()).isEqualTo(key("a"));
        assertThat(both.component()).isEqualTo("main:crm:a");
        assertThat(both.golden().best("name").orElseThrow().support()).isEqualTo(2);
        assertThat(result.matches()).hasSize(1);
        assertThat(result.matches().get(0).pair()).isEqualTo(RecordPair.of(key("a"), key("b")));
        assertThat(result.matches().get(0).rule()).isEqualTo("PHONE");
        assertThat(result.matches().get(0).evidence()).doesNotContain("王小明").contains("=");
    }

    @Test
    void theNewestVersionCountsAndADeletionRemoves() {
        List<SourceRecord> versions = List.of(
                record("a", 0, "name", "王小明", "phone", "13911112222"),
                record("b", 5, "name", "李雷", "phone", "13711113333"),
                record("b", 0, "name", "王小明", "phone", "13911112222"),
                record("c", 0, "name", "王小明", "phone", "13911112222"),
                SourceRecord.deletion(key("c"), T0.plusSeconds(9)));

        assertThat(drawn(BULK.resolve(versions, List.of()))).isEqualTo("a/b");
    }

    /** A family's phone on a record without a name says which family, not which of them. */
    @Test
    void aRecordWithoutANameTiesNoTwoPeopleTogether() {
        List<SourceRecord> versions = List.of(
                record("a", 0, "name", "吴嘉乐", "phone", "13911112222"),
                record("b", 0, "name", "丁正毅", "phone", "13911112222"),
                record("n", 0, "phone", "13911112222", "device", "dev-1"));

        BulkResult result = BULK_OF_USUAL_CAPS.resolve(versions, List.of());

        assertThat(drawn(result)).isEqualTo("a/b/n");
        assertThat(result.matches())
                .filteredOn(match -> match.pair().contains(key("n")))
                .extracting(Match::status)
                .containsExactly(MatchStatus.HELD, MatchStatus.HELD);
    }

    /** Everything but the number speaks for one person: a twin, or a number mistyped; only a person can say. */
    @Test
    void aHeldLinkThatContradictsItselfIsKeptAndAsked() {
        List<SourceRecord> versions = List.of(
                record("a", 0, "email", "kusha123@qq.com", "address", "1304 Poppy Hills", "nationalId", "US/294669999"),
                record(
                        "b",
                        0,
                        "email",
                        "kusha123@qq.com",
                        "address",
                        "1304 Poppy Hills",
                        "nationalId",
                        "US/201777719"));

        BulkResult result = BULK_OF_USUAL_CAPS.resolve(versions, List.of());

        assertThat(drawn(result)).isEqualTo("a/b");
        assertThat(result.matches()).extracting(Match::status).containsExactly(MatchStatus.HELD);
        assertThat(result.review()).extracting(ReviewItem::kind).containsExactly(ReviewKind.TRIPPED_GUARD);
    }

    @Test
    void itGoesToTheOneWhoHasMoreInCommonWithIt() {
        List<SourceRecord> versions = List.of(
                record("a", 0, "name", "吴嘉乐", "phone", "13911112222"),
                record("b", 0, "name", "丁正毅", "phone", "13911112222", "email", "dzy99@qq.com"),
                record("n", 0, "phone", "13911112222", "email", "dzy99@qq.com"));

        assertThat(drawn(BULK_OF_USUAL_CAPS.resolve(versions, List.of()))).isEqualTo("a/bn");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(BULK.resolve(List.of(), List.of()).entities()).isEmpty();
    }

    @Test
    void judgementsHold() {
        List<SourceRecord> versions = List.of(
                record("a", 0, "name", "王小明", "phone", "13911112222"),
                record("b", 0, "name", "王小明", "phone", "13911112222"),
                record("c", 0, "name", "李雷", "phone", "13711113333"));
        List<Judgement> standing =
                List.of(judgement("1", Verdict.NOT_SAME, "a", "b"), judgement("2", Verdict.SAME, "bc"));

        assertThat(drawn(BULK.resolve(versions, standing))).isEqualTo("a/bc");
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 60).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheInputChangesNothing(int seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = random(random);
        BulkResult result = BULK.resolve(versions, List.of());
        versions.addAll(versions.subList(0, versions.size() / 2));
        Collections.shuffle(versions, random);

        assertThat(BULK.resolve(versions, List.of())).isEqualTo(result);
    }

    /** The other way to the same result: every key counted by a hash map, everything resolved as one region. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithOneRegionOfAllRecords(int seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = random(random);
        List<Judgement> standing =
                List.of(judgement("1", Verdict.NOT_SAME, "ab", "cd"), judgement("2", Verdict.SAME, "ae"));
        BulkResult bulk = BULK.resolve(versions, standing);
        List<LiveRecord> records = live(versions);
        ResolvedRegion region = new RegionResolution(RESOLVER).resolve(records, standing);

        Set<SortedSet<RecordKey>> parts = new HashSet<>();
        region.components()
                .forEach(component -> parts.addAll(component.partition().parts()));
        assertThat(bulk.entities().stream().map(Entity::records).collect(Collectors.toSet()))
                .isEqualTo(parts);
        assertThat(bulk.matches()).isEqualTo(region.matches());
        assertThat(bulk.review()).isEqualTo(region.review());
        assertThat(bulk.suppressed().stream().map(KeyState::key).toList()).isEqualTo(limited(records));
    }

    /** Scoring in two steps, as the stream does, changes nothing whatever was touched. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRegionResolvedInTwoStepsIsTheSame(int seed) {
        Random random = new Random(seed);
        List<LiveRecord> records = live(random(random));
        RegionResolution resolution = new RegionResolution(RESOLVER);
        List<LiveRecord> touched =
                records.stream().filter(record -> random.nextInt(3) == 0).toList();

        ResolvedRegion inTwo = resolution.resolve(
                records,
                touched.stream().map(LiveRecord::key).toList(),
                List.of(),
                resolution.score(touched, records),
                List.of());

        assertThat(inTwo).isEqualTo(resolution.resolve(records, List.of()));
    }

    private static List<SourceRecord> random(Random random) {
        String[] names = {"王小明", "李雷", "韩梅梅", "Wang Xiaoming", "Li Lei"};
        List<SourceRecord> versions = new ArrayList<>();
        int n = 2 + random.nextInt(30);
        for (int i = 0; i < n; i++) {
            List<String> attributes = new ArrayList<>();
            attributes.addAll(List.of("name", names[random.nextInt(names.length)]));
            if (random.nextInt(4) > 0) {
                attributes.addAll(List.of("phone", "1391111222" + random.nextInt(1 + n / 4)));
            }
            if (random.nextInt(3) > 0) {
                attributes.addAll(List.of("email", "m" + random.nextInt(n) + "@example.com"));
            }
            versions.add(record(name(i), random.nextInt(5), attributes.toArray(String[]::new)));
            if (random.nextInt(9) == 0) {
                versions.add(SourceRecord.deletion(key(name(i)), T0.plusSeconds(random.nextInt(5))));
            }
        }
        return versions;
    }

    private static String name(int i) {
        return String.valueOf((char) ('a' + i));
    }

    private static List<LiveRecord> live(List<SourceRecord> versions) {
        List<StandardRecord> standard = new ArrayList<>();
        NewestVersions newest = NewestVersions.of(versions, Map.of());
        for (int i = 0; i < newest.size(); i++) {
            standard.add(RESOLVER.standardiser().standardise(newest.version(i), newest.spans(i)));
        }
        Map<SharedKey, Set<String>> names = new HashMap<>();
        Map<SharedKey, Integer> sizes = new HashMap<>();
        for (StandardRecord record : standard) {
            for (SharedKey key : record.keys()) {
                names.computeIfAbsent(key, k -> new HashSet<>()).add(record.nameKey());
                sizes.merge(key, 1, Integer::sum);
            }
        }
        SuppressionRule rule = SuppressionRule.of(RESOLVER.settings());
        List<LiveRecord> live = new ArrayList<>();
        for (StandardRecord record : standard) {
            long suppressed = 0;
            long overCap = 0;
            for (int i = 0; i < record.keys().size(); i++) {
                SharedKey key = record.keys().get(i);
                int cap = key.isBlock()
                        ? RESOLVER.settings().blockCap()
                        : RESOLVER.settings().identifierCandidateCap();
                suppressed |=
                        rule.isSuppressed(key, names.getOrDefault(key, Set.of()).size()) ? 1L << i : 0;
                overCap |= sizes.getOrDefault(key, 0) > cap ? 1L << i : 0;
            }
            live.add(new LiveRecord(record, suppressed, overCap));
        }
        return live;
    }

    private static List<SharedKey> limited(List<LiveRecord> records) {
        SortedSet<SharedKey> limited = new TreeSet<>();
        for (LiveRecord record : records) {
            for (int i = 0; i < record.standard().keys().size(); i++) {
                if (!record.proposes(i)) {
                    limited.add(record.standard().keys().get(i));
                }
            }
        }
        return List.copyOf(limited);
    }

    private static String drawn(BulkResult result) {
        return result.entities().stream()
                .map(entity -> entity.records().stream().map(RecordKey::id).collect(Collectors.joining()))
                .collect(Collectors.joining("/"));
    }

    private static Judgement judgement(String id, Verdict verdict, String... groups) {
        List<SortedSet<RecordKey>> keys = new ArrayList<>();
        for (String group : groups) {
            keys.add(group.chars()
                    .mapToObj(name -> key(String.valueOf((char) name)))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return new Judgement(id, "operation", verdict, keys, "ann", "looked at both", T0);
    }

    private static SourceRecord record(String id, int second, String... attributes) {
        Map<String, List<String>> values = new TreeMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put(attributes[i], List.of(attributes[i + 1]));
        }
        return SourceRecord.of(key(id), RecordType.PERSON, T0.plusSeconds(second), values);
    }

    private static RecordKey key(String id) {
        return RecordKey.of("crm", id);
    }

    /** Caps so small that random records cross them. */
    private static ResolverSettings smallCaps() {
        ResolverSettings defaults = ResolverSettings.defaults();
        Map<dev.ravel.model.identifier.IdentifierType, IdentifierSettings> identifiers = new HashMap<>();
        for (IdentifierType type : IdentifierType.values()) {
            identifiers.put(type, new IdentifierSettings(3, false, Duration.ofSeconds(2)));
        }
        return new ResolverSettings(
                defaults.tenant(),
                defaults.defaultRegion(),
                defaults.zone(),
                defaults.matchWeight(),
                defaults.reviewWeight(),
                defaults.weakBridgeMargin(),
                6,
                8,
                7,
                identifiers,
                defaults.suppressedValues(),
                defaults.sources());
    }
}
