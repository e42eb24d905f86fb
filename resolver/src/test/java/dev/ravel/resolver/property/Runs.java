package dev.ravel.resolver.property;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.IdentifierSettings;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** How the property tests run the stream: tight caps, so that few records suffice to reach them, and chosen disorder. */
public final class Runs {
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    /** Below the shipped threshold, so that there are many doubtful pairs. */
    private static final double DOUBTFUL_FROM = 0;

    public static final Resolver RESOLVER = Resolver.of(tightSettings(), MatchModel.shipped());

    private static final int DEFAULT_SEEDS = 24;

    private Runs() {}

    /** The seeds of a test: {@value #DEFAULT_SEEDS}, or as many as the property {@code ravel.seeds} says. */
    public static LongStream seeds() {
        long first = Long.getLong("ravel.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("ravel.seeds", DEFAULT_SEEDS));
    }

    public static InMemoryStore openStore() {
        InMemoryStore store = new InMemoryStore();
        store.open(RESOLVER.digest());
        return store;
    }

    public static StreamResolver stream(ResolutionStore store) {
        return new StreamResolver(RESOLVER, store, CLOCK);
    }

    /** Streams versions in the order given, in one batch. */
    public static void applyAtOnce(ResolutionStore store, List<SourceRecord> versions) {
        stream(store).apply(incoming(versions), List.of());
    }

    /**
     * Streams versions in disorder: shuffled, some twice, in batches of any size, with restarts that forget all but the
     * store.
     */
    public static void applyInDisorder(ResolutionStore store, List<SourceRecord> versions, Random random) {
        List<SourceRecord> disorder = new ArrayList<>(versions);
        versions.forEach(version -> {
            if (random.nextInt(4) == 0) {
                disorder.add(version);
            }
        });
        Collections.shuffle(disorder, random);
        StreamResolver stream = stream(store);
        int from = 0;
        while (from < disorder.size()) {
            int to = Math.min(disorder.size(), from + 1 + random.nextInt(random.nextBoolean() ? 3 : 20));
            stream.apply(incoming(disorder.subList(from, to)), List.of());
            if (random.nextInt(5) == 0) {
                stream = stream(store);
            }
            from = random.nextInt(10) == 0 ? Math.max(0, from - 3) : to;
        }
    }

    public static List<Incoming> incoming(List<SourceRecord> versions) {
        return versions.stream()
                .map(version -> new Incoming(version, "load-" + version.key().source()))
                .toList();
    }

    /** The same resolution elsewhere: another region and zone give records other keys. */
    public static Resolver in(String region, String zone) {
        ResolverSettings settings = RESOLVER.settings();
        return Resolver.of(
                new ResolverSettings(
                        settings.tenant(),
                        region,
                        ZoneId.of(zone),
                        settings.matchWeight(),
                        settings.reviewWeight(),
                        settings.weakBridgeMargin(),
                        settings.maxEntityRecords(),
                        settings.blockCap(),
                        settings.identifierCandidateCap(),
                        settings.identifiers(),
                        settings.suppressedValues(),
                        settings.sources()),
                MatchModel.shipped());
    }

    private static ResolverSettings tightSettings() {
        ResolverSettings defaults = ResolverSettings.defaults();
        return new ResolverSettings(
                RecordKey.DEFAULT_TENANT,
                "CN",
                ZoneId.of("Asia/Shanghai"),
                defaults.matchWeight(),
                DOUBTFUL_FROM,
                defaults.weakBridgeMargin(),
                6,
                7,
                6,
                Map.of(
                        IdentifierType.PHONE, new IdentifierSettings(3, false, Duration.ofSeconds(60)),
                        IdentifierType.EMAIL, new IdentifierSettings(2, false, Duration.ofSeconds(90))),
                new TreeSet<>(),
                new TreeMap<>());
    }
}
