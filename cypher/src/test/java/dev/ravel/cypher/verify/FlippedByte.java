package dev.ravel.cypher.verify;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A property's value with one of its bytes changed. */
final class FlippedByte {
    private FlippedByte() {}

    static Object of(Object value, Random random) {
        if (value instanceof String text) {
            int at = random.nextInt(text.length());
            return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
        }
        if (value instanceof Long number) {
            return number ^ (1L << random.nextInt(Long.SIZE - 1));
        }
        if (value instanceof ZonedDateTime time) {
            return time.withNano(time.getNano() ^ 1024);
        }
        if (value instanceof List<?> list) {
            List<Object> flipped = new ArrayList<>(list);
            int at = random.nextInt(list.size());
            flipped.set(at, of(list.get(at), random));
            return flipped;
        }
        throw new IllegalArgumentException("a property of a kind that events do not have: " + value.getClass());
    }
}
