package dev.ravel.resolver.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * The content of a record version as one line of JSON: {@code {"type":"PERSON","attributes":{"name":["…"]}}}. Attribute
 * names ascend, so equal contents have equal texts.
 */
public final class RecordCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Content(RecordType type, TreeMap<String, List<String>> attributes) {}

    private static final TypeReference<Content> CONTENT = new TypeReference<>() {};

    private RecordCodec() {}

    /** The content of a version as JSON. */
    public static String encode(SourceRecord version) {
        try {
            return JSON.writeValueAsString(new Content(version.type(), new TreeMap<>(version.attributes())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }

    /**
     * The version with this content.
     *
     * @throws IllegalArgumentException if the content was not written by {@link #encode}
     */
    public static SourceRecord decode(
            RecordKey key, Instant observedAt, long sequence, boolean deleted, String content) {
        try {
            Content parsed = JSON.readValue(content, CONTENT);
            return new SourceRecord(key, parsed.type(), observedAt, sequence, deleted, parsed.attributes());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the stored content of " + key + " is not readable", e);
        }
    }
}
