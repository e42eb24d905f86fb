package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * That a record carries a key.
 *
 * @param key the key's text
 * @param record the record's number
 * @param place which of the record's keys it is
 * @param name the record's {@code nameKey}; empty for a blocking key, of which names are not counted
 */
record Carrier(String key, long record, int place, String name) {
    static final MessageType<Carrier> TYPE = MessageType.of(Carrier.class, Carrier::write, Carrier::read);

    private void write(DataOutput out) throws IOException {
        Packed.writeText(key, out);
        Packed.writeNumber(record, out);
        out.writeByte(place);
        Packed.writeText(name, out);
    }

    private static Carrier read(DataInput in) throws IOException {
        return new Carrier(Packed.readText(in), Packed.readNumber(in), in.readByte(), Packed.readText(in));
    }
}
