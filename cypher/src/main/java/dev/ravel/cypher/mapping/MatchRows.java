package dev.ravel.cypher.mapping;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Matches: {@code (:Record)-[:MATCHES {weight, status, evidence, rule, cause}]->(:Record)}, smaller key to larger. */
public final class MatchRows {
    private MatchRows() {}

    /** The row of a pair. */
    public static Map<String, Object> pair(RecordPair pair) {
        return Map.of("smaller", pair.smaller().text(), "larger", pair.larger().text());
    }

    /** The properties of a match. */
    public static Map<String, @Nullable Object> properties(Match match) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("weight", match.weight());
        properties.put("status", match.status().name());
        properties.put("evidence", match.evidence().isEmpty() ? null : match.evidence());
        properties.put("rule", match.rule().isEmpty() ? null : match.rule());
        properties.put("cause", match.cause().isEmpty() ? null : match.cause());
        return properties;
    }

    /** The matches in rows, ascending. */
    public static List<Match> matches(List<Record> rows) {
        return rows.stream()
                .map(MatchRows::match)
                .sorted(Comparator.comparing(Match::pair))
                .toList();
    }

    /**
     * How many links each guard holds back.
     *
     * @param counts a list of status, cause and number
     */
    public static SortedMap<Guard, Long> heldByGuard(Value counts) {
        SortedMap<Guard, Long> held = new TreeMap<>();
        for (Value count : counts.values()) {
            boolean blocked = MatchStatus.valueOf(count.get(0).asString()) == MatchStatus.BLOCKED;
            Guard guard =
                    blocked ? Guard.CANNOT_LINK : Guard.valueOf(count.get(1).asString());
            held.merge(guard, count.get(2).asLong(), Long::sum);
        }
        return held;
    }

    private static Match match(Record row) {
        return new Match(
                new RecordPair(
                        RecordKey.parse(row.get("smaller").asString()),
                        RecordKey.parse(row.get("larger").asString())),
                row.get("weight").asDouble(),
                MatchStatus.valueOf(row.get("status").asString()),
                Rows.textOrEmpty(row.get("evidence")),
                Rows.textOrEmpty(row.get("rule")),
                Rows.textOrEmpty(row.get("cause")));
    }
}
