package dev.ravel.cypher.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A golden record as one line of JSON: {@code {"values":[["name","王小明",0,"most-recent",2],…],"records":["main:crm:1"]}}.
 * A value is its attribute, text, the index of the record that it came from, the rule and the support.
 */
final class GoldenCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenCodec() {}

    static String encode(GoldenRecord golden) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode values = root.putArray("values");
        Map<RecordKey, Integer> records = new LinkedHashMap<>();
        for (GoldenValue value : golden.values()) {
            Integer record = records.computeIfAbsent(value.provenance(), key -> records.size());
            values.addArray()
                    .add(value.attribute())
                    .add(value.value())
                    .add(record)
                    .add(value.rule())
                    .add(value.support());
        }
        ArrayNode keys = root.putArray("records");
        records.keySet().forEach(key -> keys.add(key.text()));
        return root.toString();
    }

    static GoldenRecord decode(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            List<RecordKey> records = new ArrayList<>();
            root.get("records").forEach(key -> records.add(RecordKey.parse(key.asText())));
            List<GoldenValue> values = new ArrayList<>();
            for (JsonNode value : root.get("values")) {
                values.add(new GoldenValue(
                        value.get(0).asText(),
                        value.get(1).asText(),
                        records.get(value.get(2).asInt()),
                        value.get(3).asText(),
                        value.get(4).asInt()));
            }
            return new GoldenRecord(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stored golden record is not readable: " + json, e);
        }
    }
}
