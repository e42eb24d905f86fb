package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A record or a link in its component.
 *
 * @param component the component's number
 * @param member the record, or the link
 */
record InComponent(long component, AboutPlace member) {
    static final MessageType<InComponent> TYPE =
            MessageType.of(InComponent.class, InComponent::write, InComponent::read);

    private void write(DataOutput out) throws IOException {
        Packed.writeNumber(component, out);
        AboutPlace.write(member, out);
    }

    private static InComponent read(DataInput in) throws IOException {
        return new InComponent(Packed.readNumber(in), AboutPlace.read(in));
    }
}
