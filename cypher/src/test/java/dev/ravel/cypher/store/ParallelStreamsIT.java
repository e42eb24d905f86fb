package dev.ravel.cypher.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.cypher.verify.GraphVerifier;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two resolvers that write into one graph at the same time end where one ends, whatever they take from each other. */
class ParallelStreamsIT {
    private static final int SEED = 7;
    private static final int BATCH = 40;
    private static final int PAGE = 500;

    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

    @Test
    void endInThePartitionOfOneAndLeaveTheGraphWhole() throws Exception {
        List<Incoming> versions = CustomerGenerator.ofVersions(SEED, 300).stream()
                .map(generated -> new Incoming(generated.version(), "load"))
                .toList();
        InMemoryStore alone = new InMemoryStore();
        alone.open(resolver.digest());
        new StreamResolver(resolver, alone, Clock.systemUTC()).apply(versions, List.of());

        Neo4jTestServer.wipe();
        try (Neo4jStore shared = Neo4jStore.connect(Neo4jTestServer.connection())) {
            shared.open(resolver.digest());
            ConcurrentLinkedQueue<List<Incoming>> batches = batches(versions);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                StreamResolver stream = new StreamResolver(resolver, shared, Clock.systemUTC());
                writers.add(threads.submit(() -> {
                    for (List<Incoming> batch = batches.poll(); batch != null; batch = batches.poll()) {
                        stream.apply(batch, List.of());
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            threads.shutdown();
            assertThat(partition(shared)).isEqualTo(partition(alone));
        }
        assertThat(new GraphVerifier(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT)
                        .verify()
                        .violations())
                .isEmpty();
    }

    private static ConcurrentLinkedQueue<List<Incoming>> batches(List<Incoming> versions) {
        ConcurrentLinkedQueue<List<Incoming>> batches = new ConcurrentLinkedQueue<>();
        for (int from = 0; from < versions.size(); from += BATCH) {
            batches.add(versions.subList(from, Math.min(versions.size(), from + BATCH)));
        }
        return batches;
    }

    private static Set<SortedSet<RecordKey>> partition(EntityReader graph) {
        List<Entity> entities = new ArrayList<>();
        List<Entity> page = graph.page(Optional.empty(), PAGE, 1);
        while (!page.isEmpty()) {
            entities.addAll(page);
            EntityId last = page.get(page.size() - 1).id();
            page = graph.page(Optional.of(last), PAGE, 1);
        }
        return entities.stream().map(Entity::records).collect(Collectors.toSet());
    }
}
