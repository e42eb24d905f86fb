package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What comes together for each record before it is compared: its forms, and what holds for its keys. */
sealed interface AboutRecord {
    MessageType<AboutRecord> TYPE = MessageType.of(AboutRecord.class, AboutRecord::write, AboutRecord::read);

    /** The record's number. */
    long record();

    /**
     * A live record.
     *
     * @param record its number
     * @param compared its comparable form
     * @param received the rest of it
     */
    record Forms(long record, byte[] compared, byte[] received) implements AboutRecord {}

    /**
     * What holds for one of its keys. Keys that nothing is said of are evidence, and no other record has them.
     *
     * @param record the record's number
     * @param place which of the record's keys it is
     * @param key the key's number; {@link CarriedRecord#ALONE} if no other record has it
     * @param suppressed whether it is no evidence
     * @param overCap whether it proposes no candidates
     */
    record KeyNote(long record, int place, long key, boolean suppressed, boolean overCap) implements AboutRecord {}

    private static void write(AboutRecord message, DataOutput out) throws IOException {
        Packed.writeNumber(message.record(), out);
        if (message instanceof Forms forms) {
            out.writeBoolean(true);
            Packed.writeBytes(forms.compared, out);
            Packed.writeBytes(forms.received, out);
        } else if (message instanceof KeyNote note) {
            out.writeBoolean(false);
            out.writeByte(note.place);
            Packed.writeNumber(note.key + 1, out);
            out.writeBoolean(note.suppressed);
            out.writeBoolean(note.overCap);
        }
    }

    private static AboutRecord read(DataInput in) throws IOException {
        long record = Packed.readNumber(in);
        return in.readBoolean()
                ? new Forms(record, Packed.readBytes(in), Packed.readBytes(in))
                : new KeyNote(record, in.readByte(), Packed.readNumber(in) - 1, in.readBoolean(), in.readBoolean());
    }
}
