package dev.ravel.launcher.console;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How far a long work is: done, total if known, rate and time left. On a terminal one line that is overwritten five
 * times a second, elsewhere a plain line every five seconds. Thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final Console console;
    private final String work;
    private final OptionalLong total;
    private final LongSupplier nanoTime;
    private final long startedNanos;
    private final long intervalNanos;

    private long lastShownNanos;
    private long done;

    private Progress(Console console, String work, OptionalLong total, LongSupplier nanoTime) {
        this.console = console;
        this.work = work;
        this.total = total;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
        this.lastShownNanos = startedNanos;
        this.intervalNanos = (console.terminal() ? ON_TERMINAL : ELSEWHERE).toNanos();
    }

    /** Starts a work of so many records; empty if nobody knows. */
    public static Progress start(Console console, String work, OptionalLong total) {
        return new Progress(console, work, total, System::nanoTime);
    }

    static Progress start(Console console, String work, OptionalLong total, LongSupplier nanoTime) {
        return new Progress(console, work, total, nanoTime);
    }

    /** Says how many are done in total; cheap enough for every record. */
    public synchronized void done(long doneSoFar) {
        done = doneSoFar;
        long now = nanoTime.getAsLong();
        if (now - lastShownNanos >= intervalNanos) {
            lastShownNanos = now;
            String line = line(now);
            if (console.terminal()) {
                console.err().print(BACK_AND_CLEAR + line);
                console.err().flush();
            } else {
                console.note(line);
            }
        }
    }

    /** Says one more is done. */
    public synchronized void step() {
        done(done + 1);
    }

    /** How long it has taken. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedNanos);
    }

    /** Shows the last line, which stays. */
    @Override
    public synchronized void close() {
        String line = line(nanoTime.getAsLong());
        console.note(console.terminal() ? BACK_AND_CLEAR + line : line);
    }

    private String line(long now) {
        double seconds = Math.max((now - startedNanos) / 1e9, 1e-9);
        double rate = done / seconds;
        StringBuilder line = new StringBuilder(work).append(": ").append(String.format(Locale.ROOT, "%,d", done));
        total.ifPresent(all -> line.append(String.format(Locale.ROOT, " of %,d", all)));
        line.append(String.format(Locale.ROOT, ", %,.0f records/s", rate));
        if (total.isPresent() && done > 0 && done < total.getAsLong()) {
            line.append(", ")
                    .append(duration((total.getAsLong() - done) / rate))
                    .append(" left");
        } else {
            line.append(", ").append(duration(seconds));
        }
        return line.toString();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 1) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
