package dev.ravel.launcher.bulk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long the phases of one run took, one after the other, by the clock. Not thread-safe. */
public final class Phases {
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** The first phase begins now. */
    public Phases() {}

    /** A phase has ended, and the next one begins. */
    public void end(String phase) {
        long now = System.nanoTime();
        millis.put(phase, (now - since) / 1_000_000);
        since = now;
    }

    /** The milliseconds of the phases that have ended, in their order. */
    public Map<String, Long> millis() {
        return new LinkedHashMap<>(millis);
    }

    /** The same for reading: {@code read 1.2 s, train 3.4 s}. */
    public String text() {
        return text(millis);
    }

    static String text(Map<String, Long> millis) {
        return millis.entrySet().stream()
                .map(phase -> String.format(Locale.ROOT, "%s %.1f s", phase.getKey(), phase.getValue() / 1000.0))
                .collect(Collectors.joining(", "));
    }
}
