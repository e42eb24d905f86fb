package dev.ravel.cypher.schema;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema that this version of Ravel needs. Several processes may do so at once: every
 * statement can be repeated without harm, and a migration is recorded only after all of its statements, so a process
 * killed in between leaves nothing that the next one has to clean up.
 */
public final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final List<String> RESOURCES = List.of(
            "V001__keys.cypher",
            "V002__lookups.cypher",
            "V003__search.cypher",
            "V004__identifier-judgements.cypher",
            "V005__seal.cypher",
            "V006__open-contradictions.cypher",
            "V007__audits.cypher",
            "V008__standing-judgements.cypher");
    private static final int INDEX_TIMEOUT_SECONDS = 300;

    private final List<Migration> migrations;

    private Schema(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    /** The schema of this version of Ravel. */
    public static Schema current() {
        return of(RESOURCES.stream().map(Migration::load).toList());
    }

    static Schema of(List<Migration> migrations) {
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).version() != i + 1) {
                throw new IllegalArgumentException("migration " + (i + 1) + " is missing: "
                        + migrations.get(i).name());
            }
        }
        return new Schema(migrations);
    }

    /** The number of its last migration. */
    public int version() {
        return migrations.size();
    }

    /**
     * Applies the migrations that the database does not have yet, in order, and waits for their indexes.
     *
     * @return how many were applied
     * @throws ResolutionException with {@code STORE_UNAVAILABLE} if an applied migration differs from the one that
     *     this version of Ravel has, or the database has migrations that this version does not know
     */
    public int apply(Driver driver, String database) {
        try (Session session = driver.session(SessionConfig.forDatabase(database))) {
            Map<Integer, String> applied = applied(session);
            check(applied);
            List<Migration> pending = new ArrayList<>();
            for (Migration migration : migrations) {
                if (!applied.containsKey(migration.version())) {
                    pending.add(migration);
                }
            }
            for (Migration migration : pending) {
                migration.statements().forEach(statement -> session.run(statement)
                        .consume());
                session.run("CALL db.awaitIndexes($seconds)", Values.parameters("seconds", INDEX_TIMEOUT_SECONDS))
                        .consume();
                record(session, migration);
                LOG.info("Applied schema migration {}", migration.name());
            }
            return pending.size();
        }
    }

    private static Map<Integer, String> applied(Session session) {
        session.run("CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE")
                .consume();
        Map<Integer, String> applied = new HashMap<>();
        session.run("MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum")
                .forEachRemaining(row -> applied.put(
                        row.get("version").asInt(), row.get("checksum").asString()));
        return applied;
    }

    private void check(Map<Integer, String> applied) {
        applied.forEach((version, checksum) -> {
            if (version > migrations.size()) {
                throw new ResolutionException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "the database has schema " + version + " and this version of Ravel knows " + migrations.size()
                                + "; use the newer Ravel");
            }
            Migration known = migrations.get(version - 1);
            if (!known.checksum().equals(checksum)) {
                throw new ResolutionException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "the schema migration " + known.name() + " was applied in another form than this version of"
                                + " Ravel has it; use the Ravel that made the database, or a new database");
            }
        });
    }

    private static void record(Session session, Migration migration) {
        Value parameters = Values.parameters(
                "version", migration.version(), "name", migration.name(), "checksum", migration.checksum());
        session.run(
                        """
                        MERGE (m:Migration {version: $version})
                          ON CREATE SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()
                        """,
                        parameters)
                .consume();
    }
}
