package dev.ravel.resolver.standardise;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;

/**
 * A pure function of texts that remembers some of its results: each text has one place, where the last text with that
 * place is remembered. For functions that are slow and asked about the same texts over and over, such as the readings of
 * names. Bounded in memory, thread-safe without locks; two threads may compute the same result.
 */
final class RememberedTexts {
    /** A power of two; with the short texts that it is for, some ten megabytes when full. */
    private static final int PLACES = 1 << 16;

    private static final int MAX_LENGTH = 32;

    private final UnaryOperator<String> function;
    private final AtomicReferenceArray<Result> places = new AtomicReferenceArray<>(PLACES);

    private record Result(String of, String is) {}

    RememberedTexts(UnaryOperator<String> function) {
        this.function = function;
    }

    /** The function's result; texts that are too long are not remembered. */
    String apply(String text) {
        if (text.length() > MAX_LENGTH) {
            return function.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        Result known = places.get(place);
        if (known == null || !known.of.equals(text)) {
            known = new Result(text, function.apply(text));
            places.set(place, known);
        }
        return known.is;
    }
}
