package dev.ravel.resolver.property;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredRecord;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a store holds that must not depend on history, as text that can be compared and read. */
public final class GraphState {
    private static final int ALL = 1_000_000;

    private GraphState() {}

    /** Entities without ids, golden records, kept matches, open questions, and the states of the keys of live records. */
    public static String of(InMemoryStore store) {
        StringBuilder text = new StringBuilder();
        for (Entity entity : active(store)) {
            text.append("entity ")
                    .append(entity.records())
                    .append(" in ")
                    .append(entity.component())
                    .append('\n');
            entity.golden()
                    .values()
                    .forEach(value -> text.append("    ").append(value).append('\n'));
        }
        store.matchesOf(store.recordKeys())
                .forEach(match -> text.append("match ").append(match).append('\n'));
        store.openReviewItems(ALL).stream()
                .map(stored -> stored.item())
                .filter(item -> item.kind() != ReviewKind.CONTRADICTING_VERSION)
                .forEach(item -> text.append("question ").append(item).append('\n'));
        for (StoredRecord record : store.recordsOf(store.recordKeys()).values()) {
            text.append("record ")
                    .append(record.key())
                    .append(record.deleted() ? " deleted " : " live ")
                    .append(record.stamp())
                    .append(" spans ")
                    .append(record.spans().byValue())
                    .append(" suppressed ")
                    .append(new TreeSet<>(record.suppressed()))
                    .append(" overCap ")
                    .append(new TreeSet<>(record.overCap()))
                    .append('\n');
        }
        return text.toString();
    }

    /** The members of the active entities, ascending by smallest record. */
    public static List<SortedSet<RecordKey>> partition(InMemoryStore store) {
        return active(store).stream().map(Entity::records).toList();
    }

    /** The golden records in the same order. */
    public static List<GoldenRecord> goldenRecords(InMemoryStore store) {
        return active(store).stream().map(Entity::golden).toList();
    }

    /** The same with ids, one line an entity. */
    public static String entities(InMemoryStore store) {
        StringBuilder text = new StringBuilder();
        active(store).forEach(entity -> text.append(entity.id())
                .append(' ')
                .append(entity.records())
                .append('\n'));
        return text.toString();
    }

    /** The active entities, ascending by smallest record. */
    public static List<Entity> active(InMemoryStore store) {
        return store.allEntities().values().stream()
                .filter(entity -> entity.state() == EntityState.ACTIVE)
                .sorted(Comparator.comparing(entity -> entity.records().first()))
                .toList();
    }

    /** A state without the line of one record, for instance of a deleted one that another history does not have. */
    public static String withoutRecord(String state, RecordKey key) {
        return state.lines()
                .filter(line -> !line.startsWith("record " + key + " "))
                .map(line -> line + '\n')
                .collect(Collectors.joining());
    }
}
