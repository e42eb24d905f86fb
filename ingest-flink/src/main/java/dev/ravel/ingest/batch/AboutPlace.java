package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What comes together for each record to bring it, and the links of which it is the smaller record, to its component. */
sealed interface AboutPlace {
    MessageType<AboutPlace> TYPE = MessageType.of(AboutPlace.class, AboutPlace::write, AboutPlace::read);

    /** The record's number. */
    long record();

    /**
     * A live record.
     *
     * @param carried its comparable form
     * @param received the rest of it
     */
    record Whole(CarriedRecord carried, byte[] received) implements AboutPlace {
        @Override
        public long record() {
            return carried.number();
        }
    }

    /**
     * Where a record belongs that has links; one that nothing is said of has none.
     *
     * @param record the record's number
     * @param component the smallest number of a record of its component
     */
    record Label(long record, long component) implements AboutPlace {}

    /**
     * An accepted link.
     *
     * @param record the number of the record with the smaller key
     * @param other the other's number
     * @param weight the match weight
     */
    record Accepted(long record, long other, double weight) implements AboutPlace {}

    static void write(AboutPlace message, DataOutput out) throws IOException {
        if (message instanceof Whole whole) {
            out.writeByte(0);
            whole.carried.write(out);
            Packed.writeBytes(whole.received, out);
        } else if (message instanceof Label label) {
            out.writeByte(1);
            Packed.writeNumber(label.record, out);
            Packed.writeNumber(label.component, out);
        } else if (message instanceof Accepted link) {
            out.writeByte(2);
            Packed.writeNumber(link.record, out);
            Packed.writeNumber(link.other, out);
            out.writeDouble(link.weight);
        }
    }

    static AboutPlace read(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Whole(CarriedRecord.read(in), Packed.readBytes(in));
            case 1 -> new Label(Packed.readNumber(in), Packed.readNumber(in));
            default -> new Accepted(Packed.readNumber(in), Packed.readNumber(in), in.readDouble());
        };
    }
}
