package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a record carried values of the kinds that pass from one owner to another: for each value the first and the last
 * {@code observedAt} of the versions that had it, whichever versions had it in between. Merging takes the smaller beginning
 * and the greater end, so it is associative, commutative and idempotent: what comes of a set of versions does not depend on
 * their order, nor on how often each came. Immutable.
 *
 * <p>Stored are only the {@linkplain #beside spans beside the newest version}: a record with one version has none.
 *
 * @param byValue the spans, ascending by value
 */
public record Spans(SortedMap<CarriedValue, Span> byValue) {
    /** No value at any time. */
    public static final Spans NONE = new Spans(Collections.emptySortedMap());

    private static final Map<String, IdentifierType> KINDS = Map.of(
            AttributeName.PHONE, IdentifierType.PHONE,
            AttributeName.RECIPIENT_PHONE, IdentifierType.PHONE,
            AttributeName.CONTACT_PHONE, IdentifierType.PHONE,
            AttributeName.EMAIL, IdentifierType.EMAIL,
            AttributeName.DEVICE, IdentifierType.DEVICE);

    public Spans {
        byValue = Collections.unmodifiableSortedMap(new TreeMap<>(byValue));
    }

    /** The values of one version, each at the time when it was observed; none of a deletion. */
    public static Spans of(SourceRecord version) {
        if (version.deleted()) {
            return NONE;
        }
        SortedMap<CarriedValue, Span> spans = new TreeMap<>();
        Span moment = new Span(version.observedAt(), version.observedAt());
        KINDS.forEach((attribute, type) -> {
            for (String raw : version.values(attribute)) {
                spans.put(new CarriedValue(type, raw), moment);
            }
        });
        return new Spans(spans);
    }

    /** Whether there is no value. */
    public boolean isEmpty() {
        return byValue.isEmpty();
    }

    /** Both: a value in the two has the span that covers its two spans. */
    public Spans with(Spans other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        SortedMap<CarriedValue, Span> merged = new TreeMap<>(byValue);
        other.byValue.forEach((value, span) -> merged.merge(value, span, Span::with));
        return new Spans(merged);
    }

    /** The same with an end to the spans that go on with the newest version. */
    public Spans until(Instant newest) {
        SortedMap<CarriedValue, Span> ended = new TreeMap<>(byValue);
        ended.replaceAll((value, span) -> span.last().equals(Span.OPEN) ? new Span(span.first(), newest) : span);
        return new Spans(ended);
    }

    /**
     * What of the spans the newest version does not say itself. A value that it carries has an open end, and is left out if
     * no version before carried it.
     *
     * @param newest the newest version, whose own values are in these spans
     */
    public Spans beside(SourceRecord newest) {
        SortedMap<CarriedValue, Span> own = of(newest).byValue;
        SortedMap<CarriedValue, Span> beside = new TreeMap<>();
        byValue.forEach((value, span) -> {
            if (!own.containsKey(value)) {
                beside.put(value, span);
            } else if (span.first().isBefore(newest.observedAt())) {
                beside.put(value, new Span(span.first(), Span.OPEN));
            }
        });
        return new Spans(beside);
    }
}
