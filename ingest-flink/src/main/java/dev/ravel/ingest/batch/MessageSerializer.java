package dev.ravel.ingest.batch;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads the messages of a {@link MessageType}. Messages are never changed, so a copy is the message itself. */
final class MessageSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;
    private static final int OF_ANY_LENGTH = -1;

    private final Class<T> type;
    private final MessageType.Writer<T> writer;
    private final MessageType.Reader<T> reader;

    MessageSerializer(Class<T> type, MessageType.Writer<T> writer, MessageType.Reader<T> reader) {
        this.type = type;
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    /** Flink asks for one to read into; there is none, as {@link #deserialize(Object, DataInputView)} makes a new one. */
    @Override
    @SuppressWarnings("NullAway") // Flink's own immutable types give null here
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return OF_ANY_LENGTH;
    }

    @Override
    public void serialize(T message, DataOutputView target) throws IOException {
        writer.write(message, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return reader.read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return reader.read(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        writer.write(reader.read(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageSerializer<?> that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        throw new UnsupportedOperationException("a batch job keeps no state, so it has none to restore");
    }
}
