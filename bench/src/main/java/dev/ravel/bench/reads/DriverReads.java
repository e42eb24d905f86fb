package dev.ravel.bench.reads;

import dev.ravel.cypher.statement.Statement;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Reads an entity by the bare driver: the Cypher that the API runs for it, its rows taken and nothing made of them. */
final class DriverReads implements EntityReads {
    private final Driver driver;
    private final SessionConfig session;

    DriverReads(Driver driver, String database) {
        this.driver = driver;
        this.session = SessionConfig.forDatabase(database);
    }

    @Override
    public void read(String id) {
        try (Session opened = driver.session(session)) {
            if (opened.run(Statement.ENTITIES.with(Map.of("keys", List.of(id))))
                    .list()
                    .isEmpty()) {
                throw new IllegalStateException("there is no entity " + id);
            }
        }
    }

    @Override
    public void close() {
        // The driver is that of all.
    }
}
