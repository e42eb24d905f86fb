package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** What comes together at each record of a doubtful pair, to tell whether its two records became two entities. */
sealed interface AboutEnd {
    MessageType<AboutEnd> TYPE = MessageType.of(AboutEnd.class, AboutEnd::write, AboutEnd::read);

    /**
     * What became of a record.
     *
     * @param record the record's number
     * @param entity the number of the smallest record of its entity
     */
    record EntityOf(long record, long entity) implements AboutEnd {}

    /**
     * A doubtful pair.
     *
     * @param a the number of one record
     * @param b the other's
     * @param entityOfA the entity of the first, once it is known
     * @param findings what is found if the two are in two entities: the pair and the question about it
     */
    record Doubtful(long a, long b, long entityOfA, List<Outcome> findings) implements AboutEnd {}

    private static void write(AboutEnd message, DataOutput out) throws IOException {
        if (message instanceof EntityOf known) {
            out.writeBoolean(true);
            Packed.writeNumber(known.record, out);
            Packed.writeNumber(known.entity, out);
        } else if (message instanceof Doubtful pair) {
            out.writeBoolean(false);
            Packed.writeNumber(pair.a, out);
            Packed.writeNumber(pair.b, out);
            Packed.writeNumber(pair.entityOfA, out);
            Packed.writeList(pair.findings, out, Outcome::write);
        }
    }

    private static AboutEnd read(DataInput in) throws IOException {
        return in.readBoolean()
                ? new EntityOf(Packed.readNumber(in), Packed.readNumber(in))
                : new Doubtful(
                        Packed.readNumber(in),
                        Packed.readNumber(in),
                        Packed.readNumber(in),
                        Packed.readList(in, Outcome::read));
    }
}
