package dev.ravel.cypher.statement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Query;

/**
 * The Cypher statements, each with the parameters that it takes. The text is the resource {@code NAME.cypher} beside
 * this class, where NAME is the constant's in lower case with hyphens. All texts are loaded and compared with their
 * declarations when this class is first used, which is when a store is opened: a missing file, a parameter that is not
 * declared or one that the text does not use is an error then.
 */
public enum Statement {
    LOCK_RECORDS("keys", "lock"),
    RESERVE_RECORDS("keys", "lock"),
    LOCK_IDENTIFIERS("rows"),
    LOCK_BLOCKS("rows", "packed"),
    LOCK_COMPONENTS("components", "lock"),
    LOCK_AROUND("entities", "lock"),

    NODES_OF_RECORDS("keys"),
    NODES_OF_ENTITIES("keys"),

    RECORDS("keys"),
    FORMER_KEYS("keys", "generation"),
    IDENTIFIERS_OF_RECORDS("keys"),
    CARRIERS("identifiers", "blocks"),
    CARRIERS_EVER("key", "after", "limit"),
    IDENTIFIER_NAMES("keys"),
    BLOCK_NAMES("keys"),
    IDENTIFIER_STATES("keys"),
    BLOCK_STATES("keys"),
    ENTITIES("keys"),
    ENTITIES_OF_COMPONENTS("components"),
    ENTITIES_FOUNDED("nodes", "keys"),
    ENTITIES_OF_LIVE_RECORDS("keys"),
    WHOLE_COMPONENTS("entities"),
    ENTITY_OF_RECORD("key"),
    ENTITIES_EVER("key"),
    ENTITIES_OF_IDENTIFIER("key", "limit"),
    ENTITY_IDS("after", "end", "limit"),
    ENTITY_PAGE("after", "end", "minRecords", "limit"),
    ENTITY_SEARCH("query", "prefix", "limit"),
    RECORD_VERSIONS("key"),
    LIVE_RECORD_KEYS("after", "end", "limit"),
    MATCHES("keys"),
    MATCHES_OF_NODES("nodes"),
    JUDGEMENTS_OF_RECORDS("keys"),
    JUDGEMENTS_OF_OPERATION("operation"),
    STANDING_JUDGEMENTS_OF_RECORDS("nodes"),
    FALLEN_JUDGEMENTS_OF_RECORDS("nodes", "after", "prefix"),
    STANDING_JUDGEMENTS_OF_ABSENT_RECORDS("keys"),
    ANY_ABSENT_RECORD(),
    OPEN_QUESTIONS_OF_RECORDS(),
    JUDGEMENTS_OF_IDENTIFIER("key"),
    IDENTIFIER_JUDGEMENTS_OF_OPERATION("prefix"),
    STANDING_JUDGEMENTS("after", "end", "limit"),
    STANDING_IDENTIFIER_JUDGEMENTS("after", "end", "limit"),
    OPERATIONS("keys"),
    STANDING_OPERATIONS("after", "end", "actor", "kind", "ticket", "from", "to", "limit"),
    IDENTIFIERS("prefix", "minRecords", "maxRecords", "suppressed", "limit"),
    OPERATION_BY_IDEMPOTENCY_KEY("idempotencyKey"),
    EVENTS("after", "end", "limit"),
    OPEN_REVIEW_ITEMS("tenant", "limit"),
    REVIEW_ITEM("key"),
    OPEN_CONTRADICTIONS("keys"),
    OPEN_AUDITS("keys"),
    AUDIT_SAMPLES("tenant"),
    MEMBERSHIPS("keys"),
    OFFSET("key"),
    COUNTS("prefix", "tenant"),

    STAMP("tenant", "digest", "keys"),
    READ_STAMP("tenant"),
    TAKE_TURN("tenant", "turn", "millis", "aboutMillis"),
    LOCK_TURN("tenant", "turn"),
    END_TURN("tenant", "turn"),
    STEWARDS_TURN("tenant"),
    RESTAMP("tenant", "lock", "before", "beforeUpTo", "after", "keys", "upTo", "keyGeneration"),
    WRITE_NEW_RECORDS("rows"),
    WRITE_NEXT_VERSIONS("rows"),
    WRITE_LATE_VERSIONS("rows"),
    RESTAMP_RECORDS("rows"),
    WRITE_RECORD_PROPERTIES("rows"),
    ATTACH_IDENTIFIERS("rows"),
    DETACH_IDENTIFIERS("rows"),
    RELEASE_IDENTIFIERS("rows"),
    REMEMBER_IDENTIFIERS("rows"),
    WRITE_KEY_STATES("rows"),
    LEAVE_BLOCKS("rows"),
    LINK_TO_BLOCKS("rows"),
    REMOVE_FORMER_BLOCKS("former", "limit"),
    REMOVE_MATCHES("rows"),
    WRITE_NEW_MATCHES("rows"),
    WRITE_MATCHES("rows"),
    WRITE_NEW_ENTITIES("rows"),
    WRITE_KNOWN_ENTITIES("rows"),
    LEAVE_ENTITIES("rows"),
    JOIN_ENTITIES("rows"),
    MOVE_MEMBERS("rows"),
    WRITE_EVENTS("rows", "block"),
    WRITE_REVIEW_ITEMS("rows", "tenant"),
    CLOSE_REVIEW_ITEMS("rows", "at"),
    LOCK_REVIEW_ITEM("key", "lock"),
    WRITE_REVIEW_PROGRESS("key", "claimedBy", "skips"),
    WRITE_JUDGEMENTS("rows"),
    ADOPT_JUDGEMENTS("rows"),
    ADD_STANDING_JUDGEMENTS("rows"),
    SUPERSEDE_JUDGEMENTS("keys", "operation", "at"),
    WRITE_IDENTIFIER_JUDGEMENTS("rows"),
    CARRY_IDENTIFIER_JUDGEMENTS("rows"),
    SUPERSEDE_IDENTIFIER_JUDGEMENTS("keys", "operation"),
    WRITE_OPERATION("properties"),
    WRITE_AUDIT_SAMPLE("properties"),
    ADVANCE_OFFSETS("rows"),

    WAITING_BLOCKS("tenant", "limit"),
    UNSEALED_BLOCKS("tenant", "limit"),
    LOCK_SEAL("tenant", "lock"),
    SEAL_BLOCKS("rows", "tenant", "number", "hash"),
    SEALED_BLOCKS("after", "end", "limit"),
    SEAL_HEAD("tenant"),
    EVENTS_BY_KEY("keys"),

    ENTITIES_IN_ORDER("after", "end", "limit"),
    EVENTS_OF_ENTITIES("keys"),
    EVENTS_OF_CAUSES("keys", "causes"),
    VERIFY_MEMBERSHIPS("prefix", "examples"),
    VERIFY_ENTITIES("prefix", "examples"),
    VERIFY_IDENTIFIER_SIZES("prefix", "examples"),
    VERIFY_BLOCK_SIZES("blockNodes", "examples"),
    VERIFY_IDENTIFIER_MASKS("prefix", "blocks", "examples"),
    VERIFY_BLOCK_MASKS("blocks", "blockNodes", "examples"),
    VERIFY_BLOCK_NAMES("prefix", "blocks", "blockNodes", "generation", "examples"),
    VERIFY_MATCHES("prefix", "examples"),
    VERIFY_COMPONENTS("prefix", "examples"),
    VERIFY_ORPHAN_EVENTS("prefix", "examples"),
    VERIFY_STANDING_NOT_SAME("prefix"),
    VERIFY_STANDING_JUDGEMENTS("prefix", "examples"),
    VERIFY_STANDING_NAMED("prefix"),
    VERIFY_STAMP("tenant", "examples"),
    VERIFY_KEY_GENERATION("tenant", "prefix", "blockNodes", "generation", "examples"),
    COUNT_ELEMENTS();

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<String> parameters;

    private final String text;

    Statement(String... parameters) {
        this.parameters = Set.copyOf(List.of(parameters));
        this.text = StatementText.load(name(), this.parameters);
    }

    /** The names of its parameters. */
    public Set<String> parameters() {
        return parameters;
    }

    /** The Cypher. */
    public String text() {
        return text;
    }

    /**
     * The statement with values for its parameters.
     *
     * @throws IllegalArgumentException if a parameter is missing or unknown
     */
    public Query with(Map<String, Object> values) {
        if (!values.keySet().equals(parameters)) {
            throw new IllegalArgumentException(
                    this + " takes " + new TreeSet<>(parameters) + ", not " + new TreeSet<>(values.keySet()));
        }
        return new Query(text, values);
    }
}
