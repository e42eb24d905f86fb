package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.AuditRows;
import dev.ravel.cypher.mapping.BlockRows;
import dev.ravel.cypher.mapping.EventRows;
import dev.ravel.cypher.mapping.KeyGeneration;
import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.MatchRows;
import dev.ravel.cypher.mapping.RecordRows;
import dev.ravel.cypher.mapping.ReviewRows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.store.CarriedBeforeWrite;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.MembershipWrite;
import dev.ravel.resolver.store.RecordWrite;
import dev.ravel.resolver.store.RekeyWrite;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Writes a change with a number of statements that does not depend on its size. Statements whose rows a change does not
 * have are not sent.
 */
final class ChangeWriter {
    private final StatementRunner runner;
    private final Tenant tenant;
    private final KeyGeneration generation;
    private final KnownNodes nodes;
    private final LockedKeys keys;
    private final JudgementWriter judgements;
    private final BooleanSupplier absentRecordsNamed;

    /**
     * A writer.
     *
     * @param generation the keys in force
     * @param absentRecordsNamed whether there are judgements about records that are not stored
     */
    ChangeWriter(
            StatementRunner runner,
            Tenant tenant,
            KeyGeneration generation,
            KnownNodes nodes,
            LockedKeys keys,
            BooleanSupplier absentRecordsNamed) {
        this.runner = runner;
        this.tenant = tenant;
        this.generation = generation;
        this.nodes = nodes;
        this.keys = keys;
        this.judgements = new JudgementWriter(runner, tenant, nodes);
        this.absentRecordsNamed = absentRecordsNamed;
    }

    void write(GraphChange change) {
        findNodes(change);
        writeEvents(change);
        writeRecords(change);
        Runnable entities = new EntityWriter(runner, nodes).write(change);
        writeKeys(change);
        runner.runOver(
                Statement.REMOVE_MATCHES,
                change.matchesRemoved().stream().map(MatchRows::pair).toList());
        List<Map<String, Object>> created = new ArrayList<>();
        List<Map<String, Object>> kept = new ArrayList<>();
        change.matches().forEach(match -> (isOfNewRecord(match) ? created : kept).add(matchRow(match)));
        runner.runOver(Statement.WRITE_NEW_MATCHES, created);
        runner.runOver(Statement.WRITE_MATCHES, kept);
        writeReview(change);
        judgements.write(change);
        writeOffsets(change.offsets());
        entities.run();
    }

    /** Looks up what this transaction has not come across: the resolver reads nearly all before it writes. */
    private void findNodes(GraphChange change) {
        Set<String> created = new HashSet<>();
        Set<String> records = new HashSet<>();
        for (RecordWrite write : change.records()) {
            (write.isNew() ? created : records).add(write.version().key().text());
        }
        for (Match match : change.matches()) {
            records.add(match.pair().smaller().text());
            records.add(match.pair().larger().text());
        }
        change.rekeyed().forEach(write -> records.add(write.key().text()));
        change.carriedBefore().forEach(write -> records.add(write.key().text()));
        Set<String> entities = new HashSet<>();
        for (MembershipWrite write : change.memberships()) {
            records.add(write.record().text());
            write.from().ifPresent(from -> entities.add(from.value()));
            write.to().ifPresent(to -> entities.add(to.value()));
        }
        for (Entity entity : change.entities()) {
            String id = entity.id().value();
            if (entity.version() == 1) {
                entities.remove(id);
            } else {
                entities.add(id);
            }
        }
        records.removeAll(created);
        nodes.findRecords(runner, records);
        nodes.findEntities(runner, entities);
    }

    /** Whether one of its records was created in this transaction, so that there can be no match of the two yet. */
    private boolean isOfNewRecord(Match match) {
        return nodes.isCreated(match.pair().smaller().text())
                || nodes.isCreated(match.pair().larger().text());
    }

    private Map<String, Object> matchRow(Match match) {
        return Map.of(
                "smaller", nodes.record(match.pair().smaller().text()),
                "larger", nodes.record(match.pair().larger().text()),
                "properties", MatchRows.properties(match));
    }

    private void writeRecords(GraphChange change) {
        List<Map<String, Object>> created = new ArrayList<>();
        List<Map<String, Object>> next = new ArrayList<>();
        List<Map<String, @Nullable Object>> attached = new ArrayList<>();
        List<Map<String, Object>> detached = new ArrayList<>();
        List<String> createdKeys = new ArrayList<>();
        for (RecordWrite write : change.records()) {
            Map<String, @Nullable Object> properties = RecordRows.properties(write, generation);
            String key = write.version().key().text();
            if (write.isNew()) {
                properties.values().removeIf(Objects::isNull);
                created.add(Map.of("properties", properties, "identifiers", carried(write)));
                createdKeys.add(key);
            } else {
                next.add(Map.of("key", key, "properties", properties));
                attached.addAll(attachedTo(key, carried(write)));
                write.detached().stream()
                        .filter(shared -> !shared.isBlock())
                        .forEach(shared -> detached.add(Map.of("record", key, "key", shared.text())));
            }
        }
        if (!created.isEmpty()) {
            Supplier<List<Record>> ids = runner.ask(Statement.WRITE_NEW_RECORDS, Map.of("rows", created));
            nodes.addCreatedRecords(
                    createdKeys, () -> ids.get().get(0).get("nodes").asList(Value::asLong));
        }
        runner.runOver(Statement.WRITE_NEXT_VERSIONS, next);
        runner.runOver(Statement.DETACH_IDENTIFIERS, detached);
        runner.runOver(Statement.RELEASE_IDENTIFIERS, released(change.rekeyed()));
        for (RekeyWrite write : change.rekeyed()) {
            attached.addAll(attachedTo(
                    write.key().text(), carried(write.key().tenant(), write.attached(), write.identifiers())));
        }
        runner.runOver(Statement.ATTACH_IDENTIFIERS, attached);
        runner.runOver(Statement.REMEMBER_IDENTIFIERS, remembered(change.carriedBefore()));
        runner.runOver(
                Statement.WRITE_LATE_VERSIONS,
                change.history().stream().map(RecordRows::late).toList());
        runner.runOver(
                Statement.RESTAMP_RECORDS,
                change.seen().stream().map(RecordRows::restamped).toList());
        runner.runOver(
                Statement.WRITE_RECORD_PROPERTIES,
                Stream.of(
                                change.spans().stream().map(RecordRows::spanned),
                                change.masks().stream().map(RecordRows::masked),
                                change.rekeyed().stream().map(write -> RecordRows.rekeyed(write, generation)))
                        .flatMap(rows -> rows)
                        .toList());
        if (!createdKeys.isEmpty() && absentRecordsNamed.getAsBoolean()) {
            runner.runOver(
                    Statement.ADOPT_JUDGEMENTS,
                    createdKeys.stream()
                            .map(key -> Map.of("key", key, "node", nodes.record(key)))
                            .toList());
        }
    }

    /** The rows of the identifiers that a version attaches, ascending. */
    private List<Map<String, @Nullable Object>> carried(RecordWrite write) {
        return carried(write.version().key().tenant(), write.attached(), write.identifiers());
    }

    private List<Map<String, @Nullable Object>> carried(
            String keyTenant, Set<SharedKey> attached, List<Identifier> behind) {
        Map<SharedKey, Identifier> identifiers = new HashMap<>();
        behind.forEach(identifier -> identifiers.put(identifier.key(keyTenant), identifier));
        return attached.stream()
                .filter(shared -> !shared.isBlock())
                .sorted()
                .map(shared -> KeyRows.carried(shared, keys.node(shared), identifiers.get(shared)))
                .toList();
    }

    private List<Map<String, @Nullable Object>> attachedTo(String record, List<Map<String, @Nullable Object>> carried) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : carried) {
            Map<String, @Nullable Object> of = new HashMap<>(row);
            of.put("record", nodes.record(record));
            rows.add(of);
        }
        return rows;
    }

    private static List<Map<String, Object>> released(List<RekeyWrite> rekeyed) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RekeyWrite write : rekeyed) {
            write.detached().stream()
                    .sorted()
                    .forEach(shared -> rows.add(Map.of("record", write.key().text(), "key", shared.text())));
        }
        return rows;
    }

    private List<Map<String, Object>> remembered(List<CarriedBeforeWrite> writes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CarriedBeforeWrite write : writes) {
            write.identifiers().stream()
                    .sorted()
                    .forEach(shared ->
                            rows.add(Map.of("record", nodes.record(write.key().text()), "node", keys.node(shared))));
        }
        return rows;
    }

    /** Sizes, and the records that join blocks, were written when the keys were locked; what is left is written here. */
    private void writeKeys(GraphChange change) {
        SortedMap<SharedKey, List<String>> leaves = new TreeMap<>();
        for (RecordWrite write : change.records()) {
            addBlocks(leaves, write.detached(), write.version().key().text());
        }
        runner.runOver(Statement.LEAVE_BLOCKS, leaving(leaves));
        runner.runOver(
                Statement.WRITE_KEY_STATES,
                change.keys().stream()
                        .filter(keys::changes)
                        .map(state -> Map.of("node", keys.node(state.key()), "state", KeyRows.properties(state)))
                        .toList());
        List<Map<String, Object>> links = new ArrayList<>();
        keys.takeToLink().forEach((block, records) -> {
            for (RecordKey record : records) {
                links.add(Map.of("block", keys.node(block), "record", nodes.record(record.text())));
            }
        });
        runner.runOver(Statement.LINK_TO_BLOCKS, links);
    }

    private static void addBlocks(SortedMap<SharedKey, List<String>> blocks, Iterable<SharedKey> keys, String record) {
        for (SharedKey key : keys) {
            if (key.isBlock()) {
                blocks.computeIfAbsent(key, block -> new ArrayList<>()).add(record);
            }
        }
    }

    private List<Map<String, Object>> leaving(SortedMap<SharedKey, List<String>> blocks) {
        List<Map<String, Object>> rows = new ArrayList<>();
        blocks.forEach((block, records) -> rows.add(Map.of("key", generation.node(block), "records", records)));
        return rows;
    }

    private void writeEvents(GraphChange change) {
        if (!change.events().isEmpty()) {
            runner.run(
                    Statement.WRITE_EVENTS,
                    Map.of(
                            "rows",
                            change.events().parallelStream().map(EventRows::row).toList(),
                            "block",
                            BlockRows.properties(tenant, EventBlock.of(change.at(), change.events()))));
        }
    }

    private void writeReview(GraphChange change) {
        change.auditSample()
                .ifPresent(sample -> runner.run(
                        Statement.WRITE_AUDIT_SAMPLE, Map.of("properties", AuditRows.properties(tenant, sample))));
        if (!change.reviewOpened().isEmpty()) {
            List<Map<String, @Nullable Object>> rows = change.reviewOpened().stream()
                    .map(item -> ReviewRows.row(tenant.prefix(), item, change.at()))
                    .toList();
            runner.run(Statement.WRITE_REVIEW_ITEMS, Map.of("rows", rows, "tenant", tenant.name()));
        }
        if (!change.reviewClosed().isEmpty()) {
            List<Map<String, Object>> rows = change.reviewClosed().stream()
                    .map(closing ->
                            Map.<String, Object>of("key", tenant.prefix() + closing.item(), "cause", closing.cause()))
                    .toList();
            runner.run(
                    Statement.CLOSE_REVIEW_ITEMS,
                    Map.of("rows", rows, "at", change.at().atZone(ZoneOffset.UTC)));
        }
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
