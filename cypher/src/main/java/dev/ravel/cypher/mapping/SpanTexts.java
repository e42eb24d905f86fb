package dev.ravel.cypher.mapping;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.standardise.CarriedValue;
import dev.ravel.resolver.standardise.Span;
import dev.ravel.resolver.standardise.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a record as a list of texts, one a value: {@code PHONE 2023-03-01T08:00:00Z/2024-05-01T08:00:00Z 138 0013 8001};
 * the end is {@code ..} where the newest version goes on with the value.
 */
final class SpanTexts {
    private static final String OPEN = "..";
    private static final int PARTS = 3;

    private SpanTexts() {}

    /** The texts, ascending by value; null if there are none, so that the record has no such property. */
    static @Nullable List<String> in(Spans spans) {
        if (spans.isEmpty()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        spans.byValue()
                .forEach((value, span) -> texts.add(value.type() + " " + span.first() + "/"
                        + (span.last().equals(Span.OPEN) ? OPEN : span.last()) + " " + value.raw()));
        return texts;
    }

    /**
     * The spans with these texts.
     *
     * @throws IllegalArgumentException if one is not the text of a span
     */
    static Spans out(List<String> texts) {
        if (texts.isEmpty()) {
            return Spans.NONE;
        }
        SortedMap<CarriedValue, Span> spans = new TreeMap<>();
        for (String text : texts) {
            String[] parts = text.split(" ", PARTS);
            int middle = parts.length == PARTS ? parts[1].indexOf('/') : -1;
            if (middle < 0) {
                throw new IllegalArgumentException("not the span of a value: " + text);
            }
            String last = parts[1].substring(middle + 1);
            spans.put(
                    new CarriedValue(IdentifierType.valueOf(parts[0]), parts[2]),
                    new Span(
                            Instant.parse(parts[1].substring(0, middle)),
                            last.equals(OPEN) ? Span.OPEN : Instant.parse(last)));
        }
        return new Spans(spans);
    }
}
