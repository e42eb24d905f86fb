package dev.ravel.resolver.standardise;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * A pure function of texts that remembers some of its results: each text has one place, where the last text with that
 * place is remembered. For functions that are slow and asked about the same texts over and over, such as the readings of
 * names. Bounded in memory, thread-safe without locks; two threads may compute the same result.
 */
final class RememberedTexts<T> {
    private static final int MAX_LENGTH = 32;

    private final Function<String, T> function;
    private final AtomicReferenceArray<Result<T>> places;

    private record Result<T>(String of, T is) {}

    /**
     * Remembers results of a function.
     *
     * @param function a pure function
     * @param places how many results are remembered at most, a power of two
     */
    RememberedTexts(Function<String, T> function, int places) {
        this.function = function;
        this.places = new AtomicReferenceArray<>(places);
    }

    /** The function's result; texts that are too long are not remembered. */
    T apply(String text) {
        if (text.length() > MAX_LENGTH) {
            return function.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (places.length() - 1);
        Result<T> known = places.get(place);
        if (known == null || !known.of.equals(text)) {
            known = new Result<>(text, function.apply(text));
            places.set(place, known);
        }
        return known.is;
    }
}
