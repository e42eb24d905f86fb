package dev.ravel.generator;

import java.time.Duration;
import java.time.Instant;

/** The time in which the systems wrote: two and a half years that end at a fixed day, so that no clock is needed. */
final class Calendar {
    static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("2026-06-30T00:00:00Z");
    private static final int SECONDS = (int) Duration.between(FIRST, LAST).toSeconds();

    private Calendar() {}

    /** Any second of it. */
    static Instant some(Dice dice) {
        return FIRST.plusSeconds(dice.below(SECONDS));
    }

    /** So many days after the first. */
    static Instant day(int days) {
        return FIRST.plus(Duration.ofDays(days));
    }
}
