package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * That two records are in one component.
 *
 * @param at the number of the record to whose task the edge goes
 * @param other the other record's number
 */
record Edge(long at, long other) {
    static final MessageType<Edge> TYPE = MessageType.of(Edge.class, Edge::write, Edge::read);

    /** The same edge for the task of the other record. */
    Edge turned() {
        return new Edge(other, at);
    }

    private void write(DataOutput out) throws IOException {
        Packed.writeNumber(at, out);
        Packed.writeNumber(other, out);
    }

    private static Edge read(DataInput in) throws IOException {
        return new Edge(Packed.readNumber(in), Packed.readNumber(in));
    }
}
