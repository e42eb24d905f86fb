package dev.ravel.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The fields of JSON objects by path, as one mapping reads them. A template whose paths pass an array gives one value for
 * each element; all its paths that pass arrays must pass the same ones, and the others are read from the root.
 */
final class JsonFields {
    private final Map<Template, List<JsonPath>> paths = new IdentityHashMap<>();
    /** Top-level members that are read or ignored. */
    private final Set<String> members = new HashSet<>();
    /** By member that is an array of objects: which names of an element are read. */
    private final Map<String, Set<String>> elementNames = new HashMap<>();

    /**
     * @throws RefusedRecordException if a template passes different arrays
     */
    JsonFields(RecordMapping mapping) {
        members.addAll(mapping.ignore());
        for (Template template : MappingTemplates.of(mapping)) {
            List<JsonPath> parsed =
                    template.fields().stream().map(JsonPath::parse).toList();
            requireOneArray(template, parsed);
            paths.put(template, parsed);
            for (JsonPath path : parsed) {
                members.add(path.member());
                if (path.arrays().size() == 1 && path.names().size() == 1) {
                    elementNames
                            .computeIfAbsent(path.member(), member -> new HashSet<>())
                            .add(path.names().get(0));
                }
            }
        }
    }

    RecordFields of(JsonNode root, long offset) {
        return new ObjectFields(root, offset);
    }

    private static void requireOneArray(Template template, List<JsonPath> paths) {
        long arrays = paths.stream()
                .map(JsonPath::arrays)
                .filter(way -> !way.isEmpty())
                .distinct()
                .count();
        if (arrays > 1) {
            throw new RefusedRecordException(
                    DeadLetterReason.NO_MAPPING, "the template " + template + " mixes elements of different arrays");
        }
    }

    private final class ObjectFields implements RecordFields {
        private final JsonNode root;
        private final long offset;

        ObjectFields(JsonNode root, long offset) {
            this.root = root;
            this.offset = offset;
        }

        @Override
        public List<String> values(Template template) {
            List<JsonPath> fields = paths.get(template);
            if (fields == null) {
                throw new IllegalStateException("not a template of this mapping: " + template);
            }
            if (template.isPlainField()) {
                return plain(template, fields.get(0));
            }
            List<JsonNode> elements = fields.stream()
                    .filter(path -> !path.arrays().isEmpty())
                    .findFirst()
                    .map(path -> path.elements(root))
                    .orElse(List.of(root));
            List<String> values = new ArrayList<>(elements.size());
            for (JsonNode element : elements) {
                String[] parts = new String[fields.size()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = part(template.fields().get(i), fields.get(i), element);
                }
                String value = template.render(parts);
                if (!value.isBlank()) {
                    values.add(value);
                }
            }
            return values;
        }

        private List<String> plain(Template template, JsonPath path) {
            if (template.fields().get(0).equals(OFFSET)) {
                return List.of(Long.toString(offset));
            }
            List<String> values = new ArrayList<>();
            for (JsonNode element : path.elements(root)) {
                JsonNode value = path.value(element);
                if (value.isArray()) {
                    value.forEach(item -> addText(item, values));
                } else {
                    addText(value, values);
                }
            }
            return values;
        }

        private String part(String field, JsonPath path, JsonNode element) {
            if (field.equals(OFFSET)) {
                return Long.toString(offset);
            }
            return path.value(path.arrays().isEmpty() ? root : element).asText("");
        }

        @Override
        public void others(BiConsumer<String, List<String>> consumer) {
            root.properties().forEach(member -> {
                List<String> kept = members.contains(member.getKey())
                        ? unreadElements(member.getKey(), member.getValue())
                        : texts(member.getValue());
                if (!kept.isEmpty()) {
                    consumer.accept(member.getKey(), kept);
                }
            });
        }

        /** Of an array of objects that is read: those elements, as JSON, of which nothing is read. */
        private List<String> unreadElements(String member, JsonNode array) {
            Set<String> read = elementNames.get(member);
            if (read == null || !array.isArray()) {
                return List.of();
            }
            List<String> unread = new ArrayList<>();
            for (JsonNode element : array) {
                if (element.isObject()
                        && element.properties().stream().noneMatch(property -> read.contains(property.getKey()))) {
                    unread.add(element.toString());
                }
            }
            return unread;
        }

        private List<String> texts(JsonNode value) {
            List<String> texts = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(item -> addText(item, texts));
            } else {
                addText(value, texts);
            }
            return texts;
        }
    }

    /** A value as text, an object or array as JSON; nothing for null and blank. */
    private static void addText(JsonNode value, List<String> texts) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        String text = value.isValueNode() ? value.asText().strip() : value.toString();
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }
}
