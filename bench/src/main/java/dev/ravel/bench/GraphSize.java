package dev.ravel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Session;

/** How much there is in a graph. */
final class GraphSize {
    private GraphSize() {}

    /** Nodes and relationships, from the count store. */
    static long elements(Session session) {
        return count(session, "MATCH (n) RETURN count(n) AS n")
                + count(session, "MATCH ()-[r]->() RETURN count(r) AS n");
    }

    /** Bytes of the files of a store that has been shut down, which writes everything into them; logs left out. */
    static long bytes(Path databases) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(databases)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static long count(Session session, String query) {
        return session.run(query, Map.of()).single().get("n").asLong();
    }
}
