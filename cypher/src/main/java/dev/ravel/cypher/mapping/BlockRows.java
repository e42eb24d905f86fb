package dev.ravel.cypher.mapping;

import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Blocks of events: {@code (:EventBlock {tenant, at, events, marks, merkleRoot})}, {@code :UnsealedBlock} until it has its
 * place {@code {key, number, previousHash, hash}}. Events are named by their keys.
 */
public final class BlockRows {
    private static final int NUMBER_DIGITS = 12;

    private BlockRows() {}

    /** The key of a block in its place: its number with leading zeros, so that keys ascend as numbers do. */
    public static String key(Tenant tenant, long number) {
        String digits = Long.toString(number);
        return tenant.prefix() + "0".repeat(Math.max(0, NUMBER_DIGITS - digits.length())) + digits;
    }

    /** The properties of a block that waits. */
    public static Map<String, Object> properties(Tenant tenant, EventBlock block) {
        return Map.of(
                "tenant", tenant.name(),
                "at", Times.in(block.at()),
                "events", block.events().stream().map(EventName::text).toList(),
                "marks", block.marks(),
                "merkleRoot", block.merkleRoot());
    }

    /** The row that gives a block its place. */
    public static Map<String, Object> place(Tenant tenant, SealedBlock sealed, long node) {
        return Map.of(
                "node", node,
                "key", key(tenant, sealed.number()),
                "number", sealed.number(),
                "previousHash", sealed.previousHash(),
                "hash", sealed.hash());
    }

    /**
     * The block in a row.
     *
     * @throws IllegalArgumentException if it names no events
     */
    public static EventBlock block(Record row) {
        return new EventBlock(
                Times.out(row.get("at")),
                keys(row).stream().map(EventName::parse).toList(),
                row.get("marks").asList(Value::asLong),
                row.get("merkleRoot").asString());
    }

    /** The keys of a block's events, in their order. */
    public static List<String> keys(Record row) {
        return row.get("events").asList(Value::asString);
    }

    /**
     * The block with its place in a row.
     *
     * @throws IllegalArgumentException if it names no events
     */
    public static SealedBlock sealed(Record row) {
        return new SealedBlock(
                row.get("number").asLong(),
                row.get("previousHash").asString(),
                block(row),
                row.get("hash").asString());
    }

    /** The head of the seal in a row. */
    public static SealHead head(Record row) {
        return new SealHead(row.get("number").asLong(), row.get("hash").asString());
    }
}
