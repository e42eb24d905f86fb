package dev.ravel.ingest.batch;

import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.StandardRecordCodec;
import dev.ravel.resolver.transport.Packed;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A live record on its way: its number, the state and the numbers of its keys, and its comparable form.
 *
 * @param number the record's number, which no other record has
 * @param suppressed the keys that are no evidence, as in {@link LiveRecord}
 * @param overCap the keys that propose no candidates, as in {@link LiveRecord}
 * @param keys the numbers of its keys in their order, up to the last that another record has too; -1 for those that none has
 * @param compared the comparable form
 */
record CarriedRecord(long number, long suppressed, long overCap, long[] keys, byte[] compared) {
    /** A key that no other record has. */
    static final long ALONE = -1;

    /** The record as scoring reads it. */
    LiveRecord compared(StandardRecordCodec codec) throws IOException {
        return new LiveRecord(codec.readCompared(data(compared), keys), suppressed, overCap);
    }

    /** The whole record. */
    LiveRecord whole(byte[] received, StandardRecordCodec codec) throws IOException {
        return new LiveRecord(codec.readWhole(data(compared), data(received), keys), suppressed, overCap);
    }

    /** Whether the key at a place proposes candidate pairs. */
    boolean proposes(int place) {
        return keys[place] != ALONE && (((suppressed | overCap) >>> place) & 1) == 0;
    }

    void write(DataOutput out) throws IOException {
        Packed.writeNumber(number, out);
        out.writeLong(suppressed);
        out.writeLong(overCap);
        out.writeByte(keys.length);
        for (long key : keys) {
            Packed.writeNumber(key + 1, out);
        }
        Packed.writeBytes(compared, out);
    }

    static CarriedRecord read(DataInput in) throws IOException {
        long number = Packed.readNumber(in);
        long suppressed = in.readLong();
        long overCap = in.readLong();
        long[] keys = new long[in.readByte()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Packed.readNumber(in) - 1;
        }
        return new CarriedRecord(number, suppressed, overCap, keys, Packed.readBytes(in));
    }

    private static DataInput data(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
