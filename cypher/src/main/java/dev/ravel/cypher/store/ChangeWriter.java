package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.EntityRows;
import dev.ravel.cypher.mapping.EventRows;
import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.MatchRows;
import dev.ravel.cypher.mapping.RecordRows;
import dev.ravel.cypher.mapping.ReviewRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.MembershipWrite;
import dev.ravel.resolver.store.RecordWrite;
import dev.ravel.resolver.store.StoredOperation;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Writes a change with a number of statements that does not depend on its size. Statements whose rows a change does not
 * have are not sent.
 */
final class ChangeWriter {
    /**
     * How many members a block holds in its packed list; further ones are linked. Most blocks are small, and a list
     * costs no element; a long list would be rewritten whole with every member.
     */
    static final int PACKED_MEMBERS = 16;

    private final StatementRunner runner;
    private final Tenant tenant;

    ChangeWriter(StatementRunner runner, Tenant tenant) {
        this.runner = runner;
        this.tenant = tenant;
    }

    void write(GraphChange change) {
        writeEntities(change);
        writeRecords(change);
        writeKeys(change);
        runner.runOver(
                Statement.REMOVE_MATCHES,
                change.matchesRemoved().stream().map(MatchRows::pair).toList());
        runner.runOver(
                Statement.WRITE_MATCHES,
                change.matches().stream().map(MatchRows::row).toList());
        writeMemberships(change);
        runner.runOver(
                Statement.WRITE_EVENTS,
                change.events().stream().map(EventRows::row).toList());
        writeReview(change);
        writeJudgements(change);
        writeOffsets(change.offsets());
    }

    private void writeEntities(GraphChange change) {
        runner.runOver(
                Statement.WRITE_ENTITIES,
                change.entities().stream().map(EntityRows::row).toList());
    }

    private void writeRecords(GraphChange change) {
        Map<RecordKey, List<String>> founded = founded(change.entities());
        List<Map<String, Object>> created = new ArrayList<>();
        List<Map<String, Object>> next = new ArrayList<>();
        List<Map<String, @Nullable Object>> attached = new ArrayList<>();
        List<Map<String, Object>> detached = new ArrayList<>();
        List<String> createdKeys = new ArrayList<>();
        for (RecordWrite write : change.records()) {
            Map<String, @Nullable Object> properties = RecordRows.properties(write);
            String key = write.version().key().text();
            if (write.isNew()) {
                List<String> ids = founded.remove(write.version().key());
                if (ids != null) {
                    properties.put("founded", ids);
                }
                created.add(Map.of("properties", properties, "identifiers", carried(write)));
                createdKeys.add(key);
            } else {
                next.add(Map.of("key", key, "properties", properties));
                carried(write).forEach(row -> {
                    Map<String, @Nullable Object> of = new HashMap<>(row);
                    of.put("record", key);
                    attached.add(of);
                });
                write.detached().stream()
                        .filter(shared -> !shared.isBlock())
                        .forEach(shared -> detached.add(Map.of("record", key, "key", shared.text())));
            }
        }
        runner.runOver(Statement.WRITE_NEW_RECORDS, created);
        runner.runOver(Statement.WRITE_NEXT_VERSIONS, next);
        runner.runOver(Statement.DETACH_IDENTIFIERS, detached);
        runner.runOver(Statement.ATTACH_IDENTIFIERS, attached);
        runner.runOver(
                Statement.WRITE_LATE_VERSIONS,
                change.history().stream().map(RecordRows::late).toList());
        runner.runOver(
                Statement.RESTAMP_RECORDS,
                change.seen().stream().map(RecordRows::restamped).toList());
        runner.runOver(
                Statement.WRITE_RECORD_PROPERTIES,
                change.masks().stream().map(RecordRows::masked).toList());
        List<Map<String, Object>> founders = new ArrayList<>();
        founded.forEach(
                (founder, ids) -> ids.forEach(id -> founders.add(Map.of("founder", founder.text(), "key", id))));
        runner.runOver(Statement.WRITE_FOUNDERS, founders);
        if (!createdKeys.isEmpty()) {
            runner.run(Statement.ADOPT_JUDGEMENTS, Map.of("keys", createdKeys));
        }
    }

    /** The entities of this change that were minted in it, by their founder. */
    private static Map<RecordKey, List<String>> founded(List<Entity> entities) {
        SortedMap<RecordKey, List<String>> founded = new TreeMap<>();
        for (Entity entity : entities) {
            if (entity.version() == 1) {
                founded.computeIfAbsent(entity.founder(), founder -> new ArrayList<>())
                        .add(entity.id().value());
            }
        }
        return founded;
    }

    /** The rows of the identifiers that a version attaches, ascending. */
    private static List<Map<String, @Nullable Object>> carried(RecordWrite write) {
        String keyTenant = write.version().key().tenant();
        Map<SharedKey, Identifier> identifiers = new HashMap<>();
        write.identifiers().forEach(identifier -> identifiers.put(identifier.key(keyTenant), identifier));
        return write.attached().stream()
                .filter(shared -> !shared.isBlock())
                .sorted()
                .map(shared -> KeyRows.carried(shared, identifiers.get(shared)))
                .toList();
    }

    private void writeKeys(GraphChange change) {
        runner.runOver(Statement.WRITE_IDENTIFIER_STATES, states(change.keys(), false));
        runner.runOver(Statement.WRITE_BLOCK_STATES, states(change.keys(), true));
        SortedMap<SharedKey, List<String>> joins = new TreeMap<>();
        SortedMap<SharedKey, List<String>> leaves = new TreeMap<>();
        for (RecordWrite write : change.records()) {
            String record = write.version().key().text();
            addBlocks(joins, write.attached(), record);
            addBlocks(leaves, write.detached(), record);
        }
        runner.runOver(Statement.LEAVE_BLOCKS, blockRows(leaves));
        if (!joins.isEmpty()) {
            runner.run(Statement.JOIN_BLOCKS, Map.of("rows", blockRows(joins), "packed", PACKED_MEMBERS));
        }
    }

    private static List<Map<String, @Nullable Object>> states(List<KeyState> states, boolean blocks) {
        return states.stream()
                .filter(state -> state.key().isBlock() == blocks)
                .map(KeyRows::state)
                .toList();
    }

    private static void addBlocks(SortedMap<SharedKey, List<String>> blocks, Iterable<SharedKey> keys, String record) {
        for (SharedKey key : keys) {
            if (key.isBlock()) {
                blocks.computeIfAbsent(key, block -> new ArrayList<>()).add(record);
            }
        }
    }

    private static List<Map<String, Object>> blockRows(SortedMap<SharedKey, List<String>> blocks) {
        List<Map<String, Object>> rows = new ArrayList<>();
        blocks.forEach((block, records) -> rows.add(Map.of("key", block.text(), "records", records)));
        return rows;
    }

    private void writeMemberships(GraphChange change) {
        List<Map<String, Object>> leaving = new ArrayList<>();
        List<Map<String, Object>> joining = new ArrayList<>();
        for (MembershipWrite write : change.memberships()) {
            write.from().ifPresent(from -> leaving.add(membership(write, from.value())));
            write.to().ifPresent(to -> joining.add(membership(write, to.value())));
        }
        expect(Statement.LEAVE_ENTITIES, "left", leaving);
        expect(Statement.JOIN_ENTITIES, "joined", joining);
    }

    private static Map<String, Object> membership(MembershipWrite write, String entity) {
        return Map.of(
                "record", write.record().text(),
                "entity", entity,
                "at", write.at().atZone(ZoneOffset.UTC));
    }

    /** Runs a statement that returns how many of its rows found what they change; all of them must. */
    private void expect(Statement statement, String column, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Record result = runner.list(statement, Map.of("rows", rows)).get(0);
        int found = result.get(column).asInt();
        if (found != rows.size()) {
            throw new ResolutionException(
                    ErrorCode.BROKEN_INVARIANT,
                    "only " + found + " of " + rows.size() + " memberships could be written by " + statement
                            + ": a record or entity is not there, or the record is in another entity. Nothing was"
                            + " written; this is a fault of the program, run `ravel verify`");
        }
    }

    private void writeReview(GraphChange change) {
        if (!change.reviewOpened().isEmpty()) {
            List<Map<String, @Nullable Object>> rows = change.reviewOpened().stream()
                    .map(item -> ReviewRows.row(tenant.prefix(), item, change.at()))
                    .toList();
            runner.run(Statement.WRITE_REVIEW_ITEMS, Map.of("rows", rows, "tenant", tenant.name()));
        }
        if (!change.reviewClosed().isEmpty()) {
            List<String> keys = change.reviewClosed().stream()
                    .map(id -> tenant.prefix() + id)
                    .toList();
            runner.run(
                    Statement.CLOSE_REVIEW_ITEMS,
                    Map.of("keys", keys, "at", change.at().atZone(ZoneOffset.UTC)));
        }
    }

    private void writeJudgements(GraphChange change) {
        SortedSet<String> touched = new TreeSet<>();
        runner.runOver(
                Statement.WRITE_JUDGEMENTS,
                change.judgements().stream()
                        .map(judgement -> JudgementRows.row(tenant.prefix(), judgement))
                        .toList());
        for (Judgement judgement : change.judgements()) {
            touched.addAll(Rows.records(judgement.records()));
        }
        if (change.operation().isPresent()) {
            StoredOperation operation = change.operation().get();
            runner.run(
                    Statement.WRITE_OPERATION,
                    Map.of("properties", JudgementRows.properties(tenant.prefix(), operation)));
        }
        if (!change.superseded().isEmpty()) {
            touched.addAll(supersede(change));
        }
        if (!touched.isEmpty()) {
            runner.run(Statement.MARK_JUDGED, Map.of("keys", touched));
        }
    }

    private List<String> supersede(GraphChange change) {
        String operation = change.operation()
                .map(StoredOperation::id)
                .orElseThrow(() -> new ResolutionException(
                        ErrorCode.BROKEN_INVARIANT,
                        "judgements are taken back without an operation: " + change.superseded()));
        List<String> keys =
                change.superseded().stream().map(id -> tenant.prefix() + id).toList();
        return runner.list(Statement.SUPERSEDE_JUDGEMENTS, Map.of("keys", keys, "operation", operation)).stream()
                .map(row -> row.get("record").asString())
                .toList();
    }

    private void writeOffsets(List<InputOffset> offsets) {
        runner.runOver(
                Statement.ADVANCE_OFFSETS,
                offsets.stream()
                        .map(offset -> Map.<String, Object>of(
                                "key", tenant.prefix() + offset.input(), "offset", offset.offset()))
                        .toList());
    }
}
