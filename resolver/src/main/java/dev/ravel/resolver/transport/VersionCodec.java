package dev.ravel.resolver.transport;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Versions of source records as bytes. */
public final class VersionCodec {
    private static final RecordType[] TYPES = RecordType.values();

    private VersionCodec() {}

    /** Writes a version. */
    public static void write(SourceRecord version, DataOutput out) throws IOException {
        writeHead(version, out);
        writeAttributes(version, out);
    }

    /** Reads a version. */
    public static SourceRecord read(DataInput in) throws IOException {
        return readAttributes(readHead(in), in);
    }

    /** Writes a version without its attributes. */
    @SuppressWarnings("EnumOrdinal") // nothing stored depends on the number
    public static void writeHead(SourceRecord version, DataOutput out) throws IOException {
        writeKey(version.key(), out);
        out.writeByte(version.type().ordinal());
        Packed.writeSigned(version.observedAt().getEpochSecond(), out);
        Packed.writeNumber(version.observedAt().getNano(), out);
        Packed.writeSigned(version.sequence(), out);
        out.writeBoolean(version.deleted());
    }

    /** Reads a version without its attributes. */
    public static SourceRecord readHead(DataInput in) throws IOException {
        RecordKey key = readKey(in);
        RecordType type = TYPES[in.readByte()];
        Instant observedAt = Instant.ofEpochSecond(Packed.readSigned(in), Packed.readNumber(in));
        return new SourceRecord(
                key, type, observedAt, Packed.readSigned(in), in.readBoolean(), Collections.emptySortedMap());
    }

    /** Writes the attributes of a version. */
    public static void writeAttributes(SourceRecord version, DataOutput out) throws IOException {
        Packed.writeNumber(version.attributes().size(), out);
        for (Map.Entry<String, List<String>> attribute : version.attributes().entrySet()) {
            Packed.writeText(attribute.getKey(), out);
            Packed.writeList(attribute.getValue(), out, Packed::writeText);
        }
    }

    /** Reads the attributes of a version. */
    public static SourceRecord readAttributes(SourceRecord head, DataInput in) throws IOException {
        SortedMap<String, List<String>> attributes = new TreeMap<>();
        for (int i = Packed.readInt(in); i > 0; i--) {
            attributes.put(Packed.readText(in), Packed.readList(in, Packed::readText));
        }
        return new SourceRecord(
                head.key(), head.type(), head.observedAt(), head.sequence(), head.deleted(), attributes);
    }

    /** Writes the key of a record. */
    public static void writeKey(RecordKey key, DataOutput out) throws IOException {
        Packed.writeText(key.tenant(), out);
        Packed.writeText(key.source(), out);
        Packed.writeText(key.id(), out);
    }

    /** Reads the key of a record. */
    public static RecordKey readKey(DataInput in) throws IOException {
        return new RecordKey(Packed.readText(in), Packed.readText(in), Packed.readText(in));
    }
}
