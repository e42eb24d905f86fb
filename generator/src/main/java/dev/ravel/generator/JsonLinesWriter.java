package dev.ravel.generator;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ravel.model.record.SourceRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes versions as JSON Lines in the canonical form of Ravel's input. Not thread-safe. */
public final class JsonLinesWriter implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    /** Replaces the file. */
    public JsonLinesWriter(Path file) throws IOException {
        json = FACTORY.createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    /** Writes one line. */
    public void write(SourceRecord version) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", version.key().source());
        json.writeStringField("id", version.key().id());
        json.writeStringField("type", version.type().name());
        json.writeStringField("observedAt", version.observedAt().toString());
        if (version.sequence() != 0) {
            json.writeNumberField("sequence", version.sequence());
        }
        json.writeBooleanField("deleted", version.deleted());
        json.writeObjectFieldStart("attributes");
        for (Map.Entry<String, List<String>> attribute : version.attributes().entrySet()) {
            json.writeArrayFieldStart(attribute.getKey());
            for (String value : attribute.getValue()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
