package dev.ravel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * The fixed statement set that the stream is measured against: record with its raw content as a property, its
 * identifier nodes and relationships, membership, entity, all constraints; no logic. It is told the entities, and it
 * remembers which keys it has created, which a real writer cannot: the best that batched Cypher over Bolt gives.
 */
final class Yardstick implements AutoCloseable {
    /** What is written of one record. */
    record YardRecord(String key, String content, List<String> identifiers, String entity) {}

    /** The size of a transaction, in records. */
    static final int BATCH = 1_000;

    private final Session session;
    private final Set<String> knownIdentifiers = new HashSet<>();
    private final Set<String> knownEntities = new HashSet<>();
    private final String identifiers = statement("identifiers");
    private final String entities = statement("entities");
    private final String records = statement("records");
    private long statements;

    Yardstick(Driver driver) {
        this.session = driver.session(SessionConfig.forDatabase("neo4j"));
        for (String constraint : statement("schema").split(";")) {
            if (!constraint.isBlank()) {
                session.run(constraint).consume();
            }
        }
        session.run("CALL db.awaitIndexes(60)").consume();
    }

    /** Writes records, a transaction for each {@value #BATCH} of them. */
    void write(List<YardRecord> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            writeBatch(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    /** How many statements have been run. */
    long statements() {
        return statements;
    }

    @Override
    public void close() {
        session.close();
    }

    private void writeBatch(List<YardRecord> batch) {
        TreeSet<String> newIdentifiers = new TreeSet<>();
        TreeSet<String> newEntities = new TreeSet<>();
        List<Map<String, Object>> rows = new ArrayList<>(batch.size());
        for (YardRecord record : batch) {
            for (String identifier : record.identifiers()) {
                if (knownIdentifiers.add(identifier)) {
                    newIdentifiers.add(identifier);
                }
            }
            if (knownEntities.add(record.entity())) {
                newEntities.add(record.entity());
            }
            rows.add(Map.of(
                    "key", record.key(),
                    "content", record.content(),
                    "identifiers", record.identifiers(),
                    "entity", record.entity()));
        }
        session.executeWriteWithoutResult(transaction -> {
            transaction
                    .run(identifiers, Map.of("keys", List.copyOf(newIdentifiers)))
                    .consume();
            transaction.run(entities, Map.of("ids", List.copyOf(newEntities))).consume();
            transaction.run(records, Map.of("rows", rows)).consume();
        });
        statements += 3;
    }

    private static String statement(String name) {
        String resource = "yardstick/" + name + ".cypher";
        try (InputStream in = Objects.requireNonNull(Yardstick.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
