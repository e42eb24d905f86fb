package dev.ravel.cypher.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.cypher.verify.GraphVerifier;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.stream.StreamResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two stewards, each with a process of their own, decide in one graph at the same time. */
@Timeout(300)
class TwoStewardsIT {
    private static final int PERSONS = 40;
    private static final int CONTESTED = 6;

    private final List<SourceRecord> versions = new CustomerGenerator(11).versions(PERSONS);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private Neo4jStore graph;
    private Neo4jStore ofLin;
    private Neo4jStore ofWang;

    @BeforeEach
    void aGraph() {
        Neo4jTestServer.wipe();
        graph = Neo4jStore.connect(Neo4jTestServer.connection());
        graph.open(Runs.RESOLVER.digest());
        new StreamResolver(Runs.RESOLVER, graph, Runs.CLOCK).apply(Runs.incoming(versions), List.of());
        ofLin = Neo4jStore.connect(Neo4jTestServer.connection());
        ofWang = Neo4jStore.connect(Neo4jTestServer.connection());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        ofLin.close();
        ofWang.close();
        graph.close();
    }

    @Test
    void ofTwoWhoLookedAtTheSameOneDecidesAndTheOtherIsToldWhatHappened() throws Exception {
        Steward lin = new Steward(Runs.RESOLVER, ofLin, Runs.CLOCK);
        Steward wang = new Steward(Runs.RESOLVER, ofWang, Runs.CLOCK);
        List<Entity> contested = ofDifferentComponents(3);
        assertThat(contested).hasSizeGreaterThanOrEqualTo(CONTESTED);
        for (Entity seen : contested.subList(0, CONTESTED)) {
            CyclicBarrier both = new CyclicBarrier(2);
            RecordKey last = seen.records().last();
            Future<OperationResult> split = threads.submit(() -> {
                both.await();
                return lin.split(
                        seen.id(),
                        seen.membershipVersion(),
                        List.of(Set.of(seen.records().first())),
                        request("lin", "split " + seen.id()));
            });
            Future<OperationResult> detach = threads.submit(() -> {
                both.await();
                return wang.detach(seen.id(), seen.membershipVersion(), last, request("wang", "detach " + seen.id()));
            });
            List<OperationResult> done = new ArrayList<>();
            List<ResolutionException> refused = new ArrayList<>();
            for (Future<OperationResult> one : List.of(split, detach)) {
                try {
                    done.add(one.get());
                } catch (ExecutionException e) {
                    refused.add((ResolutionException) e.getCause());
                }
            }
            assertThat(done).as("what was done to %s", seen).hasSize(1);
            String operation = done.get(0).operation().id();
            assertThat(refused).singleElement().satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.VERSION_CONFLICT);
                assertThat(refusal).hasMessageContaining(operation).hasMessageContaining("Look again");
            });
            assertThat(graph.operationById(operation)).isPresent();
            assertThat(graph.judgementsOf(seen.records())).isNotEmpty().allMatch(StoredJudgement::stands);
            assertThat(entityOf(seen.records().first())).isNotEqualTo(entityOf(last));
        }
        assertTheGraphIsWhole();
    }

    @Test
    void twoWhoWorkOnDifferentCustomersDoNotHinderEachOther() throws Exception {
        List<Entity> all = ofDifferentComponents(2);
        Callable<List<String>> lin = () -> work("lin", ofLin, all, 0);
        Callable<List<String>> wang = () -> work("wang", ofWang, all, 1);
        List<String> operations = new ArrayList<>();
        for (Future<List<String>> done : threads.invokeAll(List.of(lin, wang))) {
            operations.addAll(done.get());
        }
        assertThat(operations).hasSizeGreaterThanOrEqualTo(all.size()).doesNotHaveDuplicates();
        assertThat(operations)
                .allMatch(operation -> graph.operationById(operation).isPresent());
        for (int i = 0; i < all.size(); i++) {
            Entity before = all.get(i);
            Entity now = entityOf(before.records().last());
            if (isTakenBack(i)) {
                assertThat(now.id()).isEqualTo(before.id());
                assertThat(now.records()).isEqualTo(before.records());
            } else {
                assertThat(now).isNotEqualTo(entityOf(before.records().first()));
            }
        }
        assertTheGraphIsWhole();
    }

    /** Takes a record out of every second customer, and thinks better of some. */
    private static List<String> work(String name, Neo4jStore store, List<Entity> all, int from) {
        Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
        List<String> operations = new ArrayList<>();
        for (int i = from; i < all.size(); i += 2) {
            Entity seen = all.get(i);
            OperationResult out = steward.detach(
                    seen.id(), seen.membershipVersion(), seen.records().last(), request(name, "detach " + seen.id()));
            operations.add(out.operation().id());
            if (isTakenBack(i)) {
                OperationResult back = steward.undo(out.operation().id(), request(name, "undo " + seen.id()));
                operations.add(back.operation().id());
            }
        }
        return operations;
    }

    private static boolean isTakenBack(int i) {
        return i % 3 == 0;
    }

    /** All that {@code ravel verify} looks at, and the partition that the decisions of both give to the records. */
    private void assertTheGraphIsWhole() {
        while (graph.seal().isPresent()) {}
        assertThat(new GraphVerifier(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT)
                        .verify()
                        .violations())
                .isEmpty();
        Decisions decisions = Decisions.of(graph);
        Set<SortedSet<RecordKey>> fromScratch = new BulkResolver(Runs.RESOLVER, Runs.CLOCK)
                .resolve(versions, decisions.judgements(), decisions.byIdentifier()).entities().stream()
                        .map(entity -> entity.records())
                        .collect(Collectors.toSet());
        assertThat(active().stream().map(Entity::records).collect(Collectors.toSet()))
                .isEqualTo(fromScratch);
    }

    /** An entity of at least so many records of each component that has one, ascending by id. */
    private List<Entity> ofDifferentComponents(int minRecords) {
        Set<String> components = new HashSet<>();
        return active().stream()
                .filter(entity -> entity.records().size() >= minRecords && components.add(entity.component()))
                .toList();
    }

    private List<Entity> active() {
        return graph.page(Optional.empty(), 1_000, 1);
    }

    private Entity entityOf(RecordKey record) {
        return graph.entityOf(record).orElseThrow();
    }

    private static StewardRequest request(String actor, String key) {
        return new StewardRequest(actor, "seen the papers", key);
    }
}
