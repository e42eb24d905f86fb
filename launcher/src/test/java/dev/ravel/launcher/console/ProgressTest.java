package dev.ravel.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void elsewhereThanOnATerminalItIsAPlainLineEveryFiveSeconds() {
        Progress progress = Progress.start(console(false), "resolved", OptionalLong.of(1000), nanos::get);

        for (int second = 1; second <= 10; second++) {
            nanos.set(TimeUnit.SECONDS.toNanos(second));
            progress.done(second * 50L);
        }

        assertThat(text())
                .isEqualToNormalizingNewlines(
                        """
                        resolved: 250 of 1,000, 50 records/s, 15 s left
                        resolved: 500 of 1,000, 50 records/s, 10 s left
                        """);
    }

    @Test
    void onATerminalTheLineIsOverwrittenAndTheLastOneStays() {
        try (Progress progress = Progress.start(console(true), "read", OptionalLong.empty(), nanos::get)) {
            nanos.set(TimeUnit.SECONDS.toNanos(2));
            progress.done(3000);
            nanos.set(TimeUnit.SECONDS.toNanos(4));
            progress.done(4000);
        }

        assertThat(text()).containsOnlyOnce(System.lineSeparator());
        assertThat(text())
                .contains("\rread")
                .contains("read: 3,000, 1,500 records/s, 2 s")
                .endsWith("4 s" + System.lineSeparator());
    }

    private Console console(boolean terminal) {
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Console(stream, stream, terminal);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace("\u001b[K", "");
    }
}
