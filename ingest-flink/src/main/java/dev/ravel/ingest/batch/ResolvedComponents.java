package dev.ravel.ingest.batch;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.bulk.NewEntities;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.clustering.Link;
import dev.ravel.resolver.region.ComponentResolution;
import dev.ravel.resolver.standardise.StandardRecordCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Resolves components whose records and links have come together, as the engine in memory does, without judgements. */
final class ResolvedComponents {
    private final ComponentResolution resolution;
    private final NewEntities entities;
    private final StandardRecordCodec codec;

    ResolvedComponents(BatchPlan plan) {
        Resolver resolver = plan.resolver();
        this.resolution = new ComponentResolution(resolver, List.of());
        this.entities = new NewEntities(resolver, plan.at());
        this.codec = new StandardRecordCodec(plan.settings());
    }

    /** Takes the number of a record and that of the smallest record of its entity. */
    @FunctionalInterface
    interface EntityConsumer {
        void accept(long record, long entity);
    }

    void resolve(
            List<AboutPlace.Whole> records,
            List<AboutPlace.Accepted> links,
            Consumer<Outcome> outcomes,
            EntityConsumer entityOf)
            throws IOException {
        List<LiveRecord> live = new ArrayList<>(records.size());
        Map<Long, RecordKey> keys = new HashMap<>();
        Map<RecordKey, Long> numbers = new HashMap<>();
        for (AboutPlace.Whole record : records) {
            LiveRecord one = record.carried().whole(record.received(), codec);
            live.add(one);
            keys.put(record.record(), one.key());
            numbers.put(one.key(), record.record());
        }
        List<Link> scored = new ArrayList<>(links.size());
        for (AboutPlace.Accepted link : links) {
            scored.add(new Link(new RecordPair(key(keys, link.record()), key(keys, link.other())), link.weight()));
        }
        Component component = new Component(live, scored);
        ComponentResolution.Kept kept = resolution.keeper();
        Partition partition = resolution.divide(component, kept);
        entities.forEach(component, partition, (entity, members) -> {
            outcomes.accept(new Outcome.Found(entity));
            long smallest = Objects.requireNonNull(numbers.get(entity.records().first()));
            entity.records().forEach(record -> entityOf.accept(Objects.requireNonNull(numbers.get(record)), smallest));
        });
        Findings.of(kept).forEach(outcomes);
    }

    private static RecordKey key(Map<Long, RecordKey> keys, long number) {
        return Objects.requireNonNull(keys.get(number), "both records of a link in its component");
    }
}
