package dev.ravel.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The canonical form: {@code {"source":"crm","id":"c-1","type":"PERSON","observedAt":"…","deleted":false,
 * "attributes":{"name":["…"]}}}. Source, id and attributes (or {@code "deleted":true}) must be there; an attribute's
 * value may be a text, number or boolean, or a list of them.
 */
final class CanonicalJson {
    private static final Set<String> MEMBERS =
            Set.of("source", "id", "type", "observedAt", "sequence", "deleted", "attributes");

    private final String tenant;
    private final ZoneId zone;

    CanonicalJson(String tenant, ZoneId zone) {
        this.tenant = tenant;
        this.zone = zone;
    }

    static boolean fits(JsonNode root) {
        return root.has("source") && root.has("id") && (root.has("attributes") || root.has("deleted"));
    }

    SourceRecord parse(JsonNode root, RawRecord raw) {
        root.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new RefusedRecordException(
                        DeadLetterReason.INVALID_VALUE, "unknown member " + name + "; attributes belong in attributes");
            }
        });
        String source = text(root, "source");
        String id = text(root, "id");
        if (source.isEmpty() || id.isEmpty()) {
            throw new RefusedRecordException(DeadLetterReason.MISSING_ID, "no " + (source.isEmpty() ? "source" : "id"));
        }
        String time = text(root, "observedAt");
        Instant observedAt = time.isEmpty() ? RecordAssembler.inputTime(raw) : ObservedTime.parse(time, zone);
        return new SourceRecord(
                RecordAssembler.key(tenant, source, id),
                RecordAssembler.type(text(root, "type")),
                observedAt,
                RecordAssembler.sequence(text(root, "sequence"), time, raw),
                RecordAssembler.isTrue(text(root, "deleted")),
                attributes(root.path("attributes")));
    }

    private static TreeMap<String, List<String>> attributes(JsonNode node) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw new RefusedRecordException(DeadLetterReason.INVALID_VALUE, "attributes is not an object");
        }
        TreeMap<String, List<String>> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : node.properties()) {
            List<String> values = new ArrayList<>();
            if (attribute.getValue().isArray()) {
                for (JsonNode value : attribute.getValue()) {
                    add(attribute.getKey(), value, values);
                }
            } else {
                add(attribute.getKey(), attribute.getValue(), values);
            }
            if (attribute.getKey().isBlank()) {
                throw new RefusedRecordException(DeadLetterReason.INVALID_VALUE, "an attribute has a blank name");
            }
            attributes.put(attribute.getKey(), values);
        }
        return attributes;
    }

    private static void add(String name, JsonNode value, List<String> values) {
        if (value.isNull()) {
            return;
        }
        if (!value.isValueNode()) {
            throw new RefusedRecordException(
                    DeadLetterReason.INVALID_VALUE,
                    "the attribute " + name + " holds an object or a list in a list; its values must be texts");
        }
        values.add(value.asText());
    }

    private static String text(JsonNode root, String member) {
        JsonNode value = root.path(member);
        return value.isNull() ? "" : value.asText("").strip();
    }
}
