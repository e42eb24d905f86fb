package dev.ravel.cypher.offline;

import dev.ravel.cypher.mapping.BlockRows;
import dev.ravel.cypher.mapping.EntityRows;
import dev.ravel.cypher.mapping.EventRows;
import dev.ravel.cypher.mapping.KeyGeneration;
import dev.ravel.cypher.mapping.KeyRows;
import dev.ravel.cypher.mapping.MatchRows;
import dev.ravel.cypher.mapping.RecordRows;
import dev.ravel.cypher.mapping.ReviewRows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.HistoryWrite;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.MembershipWrite;
import dev.ravel.resolver.store.RecordWrite;
import dev.ravel.resolver.stream.FirstLoad;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes shares of a first load as rows of import files, in the layout that the stream's statements give the graph. One
 * lane; for one thread. Failures to write come as {@link UncheckedIOException}.
 */
final class GraphFiles implements FirstLoad.Sink, Closeable {
    private static final String START = ":START_ID";
    private static final String END = ":END_ID";

    private final Path directory;
    private final Tenant tenant;
    private final int lane;
    private final Map<ImportTable, ImportFile> files = new EnumMap<>(ImportTable.class);

    GraphFiles(Path directory, Tenant tenant, int lane) {
        this.directory = directory;
        this.tenant = tenant;
        this.lane = lane;
    }

    /** The files that have rows, and whether one of their values has more than one line. */
    Map<ImportTable, Boolean> written() {
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                .isMultiline()));
    }

    /** What the graph says of itself: under which resolution it stands and how far its inputs are in. */
    void stamp(ResolutionDigest digest, List<InputOffset> offsets) {
        write(ImportTable.STAMP, Map.of("key", tenant.name(), "digest", digest.hex(), "keys", digest.keys()));
        for (InputOffset offset : offsets) {
            write(ImportTable.INPUTS, Map.of("key", tenant.prefix() + offset.input(), "offset", offset.offset()));
        }
    }

    @Override
    public void key(KeyState state, List<RecordKey> carriers) {
        SharedKey key = state.key();
        Map<String, @Nullable Object> row = new HashMap<>(KeyRows.properties(state));
        row.put("key", key.text());
        if (!key.isBlock()) {
            row.put("value", key.value());
            row.put("scope", key.scope().isEmpty() ? null : key.scope());
            row.put(":LABEL", key.identifierType().label());
            write(ImportTable.IDENTIFIERS, row);
            return;
        }
        List<String> members = carriers.stream().map(RecordKey::text).toList();
        int packed = Math.min(KeyRows.PACKED_MEMBERS, members.size());
        row.put("members", members.subList(0, packed));
        write(ImportTable.BLOCKS, row);
        members.subList(packed, members.size())
                .forEach(member -> write(ImportTable.IN_BLOCK, Map.of(START, member, END, key.text())));
    }

    @Override
    public void change(GraphChange change) {
        Map<RecordKey, List<HistoryWrite>> older = change.history().stream()
                .collect(Collectors.groupingBy(write -> write.version().key()));
        for (RecordWrite record : change.records()) {
            writeRecord(record, older.getOrDefault(record.version().key(), List.of()));
        }
        for (Entity entity : change.entities()) {
            write(ImportTable.ENTITIES, EntityRows.properties(entity));
        }
        for (MembershipWrite membership : change.memberships()) {
            write(
                    ImportTable.MEMBER_OF,
                    Map.of(
                            START,
                            membership.record().text(),
                            END,
                            membership.to().orElseThrow().value(),
                            "since",
                            membership.at().atZone(ZoneOffset.UTC)));
        }
        change.events().forEach(event -> write(ImportTable.EVENTS, EventRows.row(event)));
        if (!change.events().isEmpty()) {
            write(
                    ImportTable.EVENT_BLOCKS,
                    new HashMap<>(BlockRows.properties(tenant, EventBlock.of(change.at(), change.events()))));
        }
        for (Match match : change.matches()) {
            Map<String, @Nullable Object> row = new HashMap<>(MatchRows.properties(match));
            row.put(START, match.pair().smaller().text());
            row.put(END, match.pair().larger().text());
            write(ImportTable.MATCHES, row);
        }
        for (ReviewItem item : change.reviewOpened()) {
            Map<String, @Nullable Object> row = new HashMap<>(ReviewRows.row(tenant.prefix(), item, change.at()));
            row.put("openedAt", row.remove("at"));
            row.put("tenant", tenant.name());
            write(ImportTable.REVIEW_ITEMS, row);
        }
    }

    private void writeRecord(RecordWrite record, List<HistoryWrite> older) {
        Map<String, @Nullable Object> row = new HashMap<>(RecordRows.properties(record, KeyGeneration.FIRST));
        if (!older.isEmpty()) {
            List<Map<String, Object>> late =
                    older.stream().map(RecordRows::late).toList();
            row.put("olderStamps", column(late, "stamp"));
            row.put("olderContents", column(late, "content"));
            row.put("olderRecordedAts", column(late, "recordedAt"));
            row.put("olderLoadIds", column(late, "loadId"));
        }
        write(ImportTable.RECORDS, row);
        String tenantOfKeys = record.version().key().tenant();
        Map<SharedKey, Identifier> identifiers = record.identifiers().stream()
                .collect(Collectors.toMap(
                        identifier -> identifier.key(tenantOfKeys), Function.identity(), (first, second) -> first));
        for (SharedKey key : record.attached()) {
            if (!key.isBlock()) {
                Map<String, @Nullable Object> carried = new HashMap<>();
                carried.put(START, record.version().key().text());
                carried.put(END, key.text());
                carried.put(":TYPE", key.identifierType().relationship());
                carried.put("role", KeyRows.role(identifiers.get(key)));
                write(ImportTable.CARRIED, carried);
            }
        }
    }

    private static List<Object> column(List<Map<String, Object>> rows, String name) {
        return rows.stream().map(row -> Objects.requireNonNull(row.get(name))).toList();
    }

    private void write(ImportTable table, Map<String, ? extends @Nullable Object> row) {
        try {
            @Nullable ImportFile file = files.get(table);
            if (file == null) {
                file = new ImportFile(table, directory.resolve(table.file(lane)));
                files.put(table, file);
            }
            file.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ImportFile file : files.values()) {
            file.close();
        }
    }
}
