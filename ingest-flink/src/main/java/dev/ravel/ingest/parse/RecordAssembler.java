package dev.ravel.ingest.parse;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds source records from fields as a mapping says. Not thread-safe. */
final class RecordAssembler {
    private static final Set<String> TRUE_WORDS = Set.of("true", "1", "yes", "y", "t", "是", "deleted");
    private static final int MAX_SHARED = 1000;
    private static final Set<String> MEANINGFUL = Arrays.stream(AttributeName.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(RecordAssembler::constant)
            .collect(Collectors.toUnmodifiableSet());

    private final String tenant;
    private final String sourceName;
    private final ZoneId zone;
    private final RecordMapping mapping;
    private final Map<String, String> sources = new HashMap<>();
    private final SharedValues shared = new SharedValues();

    /**
     * @param sourceName the source of records whose data does not say it
     * @param zone of times without one
     */
    RecordAssembler(String tenant, String sourceName, ZoneId zone, RecordMapping mapping) {
        this.tenant = tenant;
        this.sourceName = sourceName;
        this.zone = zone;
        this.mapping = mapping;
    }

    SourceRecord assemble(RecordFields fields, RawRecord raw) {
        String source = mapping.source() == null ? sourceName : shared(required("source", mapping.source(), fields));
        RecordKey key = key(tenant, source, required("id", mapping.id(), fields));
        String time = observedAt(fields);
        return new SourceRecord(
                key,
                type(single(mapping.type(), fields)),
                time.isEmpty() ? inputTime(raw) : ObservedTime.parse(time, zone),
                sequence(single(mapping.sequence(), fields), time, raw),
                isTrue(single(mapping.deleted(), fields)),
                attributes(fields));
    }

    /** One text for each source, not one for each record. */
    private String shared(String source) {
        if (sources.size() >= MAX_SHARED) {
            return sources.getOrDefault(source, source);
        }
        return sources.computeIfAbsent(source, name -> name);
    }

    static RecordKey key(String tenant, String source, String id) {
        try {
            return new RecordKey(tenant, source, id);
        } catch (IllegalArgumentException e) {
            throw new RefusedRecordException(DeadLetterReason.INVALID_VALUE, String.valueOf(e.getMessage()));
        }
    }

    static RecordType type(String word) {
        try {
            return RecordType.parse(word);
        } catch (IllegalArgumentException e) {
            throw new RefusedRecordException(DeadLetterReason.INVALID_VALUE, "unknown record type: " + word);
        }
    }

    /** The source's sequence; a message that says neither time nor sequence is ordered by its offset. */
    static long sequence(String text, String time, RawRecord raw) {
        if (text.isBlank()) {
            return time.isEmpty() && raw.input().isTopic() ? raw.offset() : 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedRecordException(
                    DeadLetterReason.INVALID_VALUE, "the sequence is not a whole number: " + text);
        }
    }

    static boolean isTrue(String text) {
        return !text.isEmpty() && TRUE_WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The time of a record whose data says none. */
    static Instant inputTime(RawRecord raw) {
        Instant time = raw.input().time();
        return time == null ? Instant.ofEpochMilli(raw.timestampMillis()) : time;
    }

    /** The first time that the record says; empty if it says none. */
    private String observedAt(RecordFields fields) {
        for (Template template : mapping.observedAt()) {
            String text = single(template, fields);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private TreeMap<String, List<String>> attributes(RecordFields fields) {
        TreeMap<String, List<String>> attributes = new TreeMap<>();
        for (Map.Entry<String, List<Template>> attribute : mapping.attributes().entrySet()) {
            List<Template> templates = attribute.getValue();
            List<String> values = templates.size() == 1 ? values(templates.get(0), fields) : union(templates, fields);
            if (!values.isEmpty()) {
                attributes.put(attribute.getKey(), shared.shared(values));
            }
        }
        if (mapping.keepOthers()) {
            fields.others((name, values) ->
                    attributes.merge(otherName(name), shared.shared(values), RecordAssembler::joined));
        }
        return attributes;
    }

    private String otherName(String field) {
        return MEANINGFUL.contains(field) || mapping.attributes().containsKey(field) ? "column." + field : field;
    }

    private List<String> union(List<Template> templates, RecordFields fields) {
        Set<String> values = new LinkedHashSet<>();
        for (Template template : templates) {
            values.addAll(values(template, fields));
        }
        return List.copyOf(values);
    }

    /** The values that a template gives; one that is a field and nothing else may hold several. */
    private List<String> values(Template template, RecordFields fields) {
        List<String> given = fields.values(template);
        String separator = mapping.separator();
        if (separator.isEmpty() || !template.isPlainField()) {
            return given;
        }
        for (String value : given) {
            if (value.contains(separator)) {
                return divided(given, separator);
            }
        }
        return given;
    }

    private static List<String> divided(List<String> given, String separator) {
        List<String> values = new ArrayList<>();
        for (String field : given) {
            int from = 0;
            for (int end = 0; end < field.length(); from = end + separator.length()) {
                int next = field.indexOf(separator, from);
                end = next < 0 ? field.length() : next;
                String value = field.substring(from, end).strip();
                if (!value.isEmpty()) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private static String required(String what, Template template, RecordFields fields) {
        String value = single(template, fields);
        if (value.isEmpty()) {
            throw new RefusedRecordException(DeadLetterReason.MISSING_ID, "no " + what + " in " + template);
        }
        return value;
    }

    private static String single(@Nullable Template template, RecordFields fields) {
        if (template == null) {
            return "";
        }
        List<String> values = fields.values(template);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("attribute names are public constants", e);
        }
    }
}
