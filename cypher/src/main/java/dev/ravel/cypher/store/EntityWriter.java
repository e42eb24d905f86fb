package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.EntityRows;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.entity.Entity;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.MembershipWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Writes entities and which records leave and join them. */
final class EntityWriter {
    private final StatementRunner runner;
    private final KnownNodes nodes;

    EntityWriter(StatementRunner runner, KnownNodes nodes) {
        this.runner = runner;
        this.nodes = nodes;
    }

    /** Sends all; what is returned waits, and checks that every membership found its record and its entity. */
    Runnable write(GraphChange change) {
        Map<Move, List<Long>> moving = new LinkedHashMap<>();
        List<Map<String, Object>> leaving = new ArrayList<>();
        List<Map<String, Object>> joining = new ArrayList<>();
        Map<String, List<Object>> founding = new HashMap<>();
        for (MembershipWrite write : change.memberships()) {
            long record = nodes.record(write.record().text());
            Optional<Move> move = move(write);
            if (move.isPresent()) {
                moving.computeIfAbsent(move.get(), between -> new ArrayList<>()).add(record);
                continue;
            }
            write.from().ifPresent(from -> leaving.add(membership(write, nodes.entity(from.value()))));
            write.to().ifPresent(to -> {
                long entity = nodes.entity(to.value());
                if (entity == KnownNodes.NONE) {
                    founding.computeIfAbsent(to.value(), id -> new ArrayList<>())
                            .add(List.of(record, write.at().atZone(ZoneOffset.UTC)));
                } else {
                    joining.add(membership(write, entity));
                }
            });
        }
        List<Runnable> checks = List.of(
                writeEntities(change.entities(), founding),
                move(moving),
                expect(Statement.LEAVE_ENTITIES, "left", leaving, leaving.size()),
                expect(Statement.JOIN_ENTITIES, "joined", joining, joining.size()));
        return () -> checks.forEach(Runnable::run);
    }

    /** Records go from one stored entity to another. */
    private record Move(long from, long to, Instant at) {}

    /** Where a record goes, if it is from one stored entity to another. */
    private Optional<Move> move(MembershipWrite write) {
        long to = write.to().map(id -> nodes.entity(id.value())).orElse(KnownNodes.NONE);
        return to == KnownNodes.NONE
                ? Optional.empty()
                : write.from().map(from -> new Move(nodes.entity(from.value()), to, write.at()));
    }

    private Runnable move(Map<Move, List<Long>> moving) {
        List<Map<String, Object>> rows = new ArrayList<>();
        moving.forEach((move, records) -> rows.add(Map.of(
                "from", move.from(), "to", move.to(), "at", move.at().atZone(ZoneOffset.UTC), "records", records)));
        int moved = moving.values().stream().mapToInt(List::size).sum();
        return expect(Statement.MOVE_MEMBERS, "moved", rows, moved);
    }

    /**
     * Sends entities.
     *
     * @param founding the nodes of the records that join new entities, each with when, by the entity
     */
    private Runnable writeEntities(List<Entity> entities, Map<String, List<Object>> founding) {
        List<Map<String, Object>> minted = new ArrayList<>();
        List<Map<String, Object>> known = new ArrayList<>();
        List<Map<String, @Nullable Object>> all =
                entities.parallelStream().map(EntityRows::properties).toList();
        for (int i = 0; i < entities.size(); i++) {
            String id = entities.get(i).id().value();
            long node = nodes.entity(id);
            Map<String, @Nullable Object> properties = all.get(i);
            if (node == KnownNodes.NONE) {
                properties.values().removeIf(Objects::isNull);
                minted.add(Map.of("properties", properties, "members", founding.getOrDefault(id, List.of())));
            } else {
                properties.keySet().removeAll(EntityRows.LASTING);
                known.add(Map.of("node", node, "properties", properties));
            }
        }
        runner.runOver(Statement.WRITE_KNOWN_ENTITIES, known);
        int joined = founding.values().stream().mapToInt(List::size).sum();
        return expect(Statement.WRITE_NEW_ENTITIES, "joined", minted, joined);
    }

    private Map<String, Object> membership(MembershipWrite write, long entity) {
        return Map.of(
                "record", nodes.record(write.record().text()),
                "entity", entity,
                "at", write.at().atZone(ZoneOffset.UTC));
    }

    /** Sends a statement that returns how many memberships it wrote; what is returned checks that these are all. */
    private Runnable expect(Statement statement, String column, List<Map<String, Object>> rows, int expected) {
        if (rows.isEmpty()) {
            return () -> requireAll(statement, 0, expected);
        }
        Supplier<List<Record>> result = runner.ask(statement, Map.of("rows", rows));
        return () -> requireAll(statement, result.get().get(0).get(column).asInt(), expected);
    }

    private static void requireAll(Statement statement, int found, int expected) {
        if (found != expected) {
            throw new ResolutionException(
                    ErrorCode.BROKEN_INVARIANT,
                    "only " + found + " of " + expected + " memberships could be written by " + statement
                            + ": a record or entity is not there, or the record is in another entity. Nothing was"
                            + " written; this is a fault of the program, run `ravel verify`");
        }
    }
}
