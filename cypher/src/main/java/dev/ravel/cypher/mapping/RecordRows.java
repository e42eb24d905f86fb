package dev.ravel.cypher.mapping;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.FormerKeys;
import dev.ravel.resolver.store.HistoryWrite;
import dev.ravel.resolver.store.MaskWrite;
import dev.ravel.resolver.store.RecordCodec;
import dev.ravel.resolver.store.RecordWrite;
import dev.ravel.resolver.store.RekeyWrite;
import dev.ravel.resolver.store.SeenWrite;
import dev.ravel.resolver.store.SpansWrite;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredVersion;
import dev.ravel.resolver.store.VersionStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Records: {@code (:Record {key, source, type, observedAt, stamp, content, …})}. Older versions are packed into parallel lists. */
public final class RecordRows {
    private RecordRows() {}

    /** The properties of a new newest version; those that are null are removed. */
    public static Map<String, @Nullable Object> properties(RecordWrite write, KeyGeneration generation) {
        SourceRecord version = write.version();
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("key", version.key().text());
        properties.put("source", version.key().source());
        properties.put("type", version.type().name());
        properties.put("observedAt", Times.in(version.observedAt()));
        properties.put("stamp", Stamps.in(write.stamp()));
        properties.put("deleted", Rows.flag(version.deleted()));
        properties.put("content", write.content());
        properties.put("spans", SpanTexts.in(write.spans()));
        properties.put("nameKey", write.nameKey().isEmpty() ? null : write.nameKey());
        properties.put("loadId", write.loadId());
        properties.put("recordedAt", Times.in(write.recordedAt()));
        properties.put("suppressed", Rows.sharedOrNone(write.suppressed()));
        properties.put("overCap", Rows.sharedOrNone(write.overCap()));
        putGeneration(properties, generation);
        return properties;
    }

    /** A generation is never followed by the first one, so there is nothing to remove. */
    private static void putGeneration(Map<String, @Nullable Object> properties, KeyGeneration generation) {
        @Nullable Integer number = generation.property();
        if (number != null) {
            properties.put("keyGeneration", number);
        }
    }

    /** The row that gives a record the state of the keys of a generation. */
    public static Map<String, Object> rekeyed(RekeyWrite write, KeyGeneration generation) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("nameKey", write.nameKey());
        properties.put("suppressed", Rows.sharedOrNone(write.suppressed()));
        properties.put("overCap", Rows.sharedOrNone(write.overCap()));
        putGeneration(properties, generation);
        return Map.of("key", write.key().text(), "properties", properties);
    }

    /** What a record with keys of an earlier generation is stored with. */
    public static FormerKeys former(RecordKey key, Record row) {
        List<SourceRecord> older = new ArrayList<>();
        List<String> stamps = Rows.texts(row.get("olderStamps"));
        List<String> contents = Rows.texts(row.get("olderContents"));
        for (int i = 0; i < stamps.size(); i++) {
            VersionStamp stamp = Stamps.out(stamps.get(i));
            older.add(RecordCodec.decode(key, stamp.observedAt(), stamp.sequence(), stamp.deleted(), contents.get(i)));
        }
        return new FormerKeys(Rows.textOrEmpty(row.get("nameKey")), Rows.shared(row.get("identifiers")), older);
    }

    /** The identifiers that a record is stored with, in a row. */
    public static Set<SharedKey> identifiers(Record row) {
        return Rows.shared(row.get("identifiers"));
    }

    private static boolean isFormer(Value number, boolean deleted, KeyGeneration generation) {
        return !deleted && number.asInt(0) != generation.number();
    }

    /** The row of a version that arrived late. */
    public static Map<String, Object> late(HistoryWrite write) {
        return Map.of(
                "key", write.version().key().text(),
                "stamp", Stamps.in(VersionStamp.of(write.version())),
                "content", RecordCodec.encode(write.version()),
                "recordedAt", Times.in(write.recordedAt()),
                "loadId", write.loadId());
    }

    /** The row that moves the stamp of a record's newest version. */
    public static Map<String, Object> restamped(SeenWrite write) {
        return Map.of(
                "key", write.key().text(),
                "observedAt", write.observedAt().toString(),
                "sequence", Long.toString(write.sequence()),
                "at", Times.in(write.observedAt()));
    }

    /** The row that changes the spans of a record. */
    public static Map<String, Object> spanned(SpansWrite write) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("spans", SpanTexts.in(write.spans()));
        return Map.of("key", write.key().text(), "properties", properties);
    }

    /** The row that changes the states of a record's keys. */
    public static Map<String, Object> masked(MaskWrite write) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("suppressed", Rows.sharedOrNone(write.suppressed()));
        properties.put("overCap", Rows.sharedOrNone(write.overCap()));
        return Map.of("key", write.key().text(), "properties", properties);
    }

    /**
     * The stored record in a row.
     *
     * @param generation the keys in force
     */
    public static StoredRecord stored(Record row, KeyGeneration generation) {
        VersionStamp stamp = Stamps.out(row.get("stamp").asString());
        return new StoredRecord(
                RecordKey.parse(row.get("key").asString()),
                stamp.observedAt(),
                stamp.sequence(),
                stamp.deleted(),
                stamp.digest(),
                row.get("content").asString(),
                Times.out(row.get("recordedAt")),
                row.get("loadId").asString(),
                Rows.texts(row.get("olderStamps")).stream().map(Stamps::out).toList(),
                SpanTexts.out(Rows.texts(row.get("spans"))),
                row.get("entity").isNull()
                        ? Optional.empty()
                        : Optional.of(new EntityId(row.get("entity").asString())),
                Rows.textOrEmpty(row.get("component")),
                Rows.shared(row.get("suppressed")),
                Rows.shared(row.get("overCap")),
                Rows.flag(row.get("judged")),
                isFormer(row.get("keyGeneration"), stamp.deleted(), generation));
    }

    /** The stored records of an entity in one row: lists in one order. */
    public static List<StoredRecord> members(Record row, KeyGeneration generation) {
        Optional<EntityId> entity = Optional.of(new EntityId(row.get("key").asString()));
        String component = row.get("component").asString();
        List<StoredRecord> members = new ArrayList<>();
        for (int i = 0; i < row.get("records").size(); i++) {
            VersionStamp stamp = Stamps.out(row.get("stamps").get(i).asString());
            members.add(new StoredRecord(
                    RecordKey.parse(row.get("records").get(i).asString()),
                    stamp.observedAt(),
                    stamp.sequence(),
                    stamp.deleted(),
                    stamp.digest(),
                    row.get("contents").get(i).asString(),
                    Times.out(row.get("recordedAts").get(i)),
                    row.get("loadIds").get(i).asString(),
                    Rows.texts(row.get("olderStamps").get(i)).stream()
                            .map(Stamps::out)
                            .toList(),
                    SpanTexts.out(Rows.texts(row.get("spans").get(i))),
                    entity,
                    component,
                    Rows.shared(row.get("suppressed").get(i)),
                    Rows.shared(row.get("overCap").get(i)),
                    row.get("judged").get(i).asBoolean(),
                    isFormer(row.get("keyGenerations").get(i), stamp.deleted(), generation)));
        }
        return members;
    }

    /** All versions in a row, newest first. */
    public static List<StoredVersion> versions(RecordKey key, Record row) {
        List<StoredVersion> versions = new ArrayList<>();
        versions.add(version(
                key,
                row.get("stamp").asString(),
                row.get("content").asString(),
                row.get("loadId").asString(),
                Times.out(row.get("recordedAt")),
                true));
        List<String> stamps = Rows.texts(row.get("olderStamps"));
        List<String> contents = Rows.texts(row.get("olderContents"));
        List<String> loadIds = Rows.texts(row.get("olderLoadIds"));
        List<Instant> recordedAts = row.get("olderRecordedAts").isNull()
                ? List.of()
                : row.get("olderRecordedAts").asList(RecordRows::time);
        for (int i = 0; i < stamps.size(); i++) {
            versions.add(version(key, stamps.get(i), contents.get(i), loadIds.get(i), recordedAts.get(i), false));
        }
        versions.sort(Comparator.<StoredVersion, VersionStamp>comparing(stored -> VersionStamp.of(stored.version()))
                .reversed());
        return List.copyOf(versions);
    }

    private static Instant time(Value value) {
        return Times.out(value);
    }

    private static StoredVersion version(
            RecordKey key, String stampText, String content, String loadId, Instant recordedAt, boolean live) {
        VersionStamp stamp = Stamps.out(stampText);
        return new StoredVersion(
                RecordCodec.decode(key, stamp.observedAt(), stamp.sequence(), stamp.deleted(), content),
                loadId,
                recordedAt,
                live);
    }
}
