package dev.ravel.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.launcher.CommandException;
import dev.ravel.resolver.lineage.SealHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealHeadsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void readsWhatItAppendedOfItsTenant() throws IOException {
        Path file = directory.resolve("data").resolve(SealHeads.FILE);
        SealHeads main = new SealHeads(file, "main", CLOCK);
        main.append(new SealHead(1, "aa"));
        new SealHeads(file, "other", CLOCK).append(new SealHead(1, "bb"));
        main.append(new SealHead(3, "cc"));
        assertThat(main.read()).containsExactly(new SealHead(1, "aa"), new SealHead(3, "cc"));
        assertThat(Files.readString(file))
                .startsWith("{\"tenant\":\"main\",\"number\":1,\"hash\":\"aa\",\"at\":\"2026-03-01T08:00:00Z\"}\n");
    }

    @Test
    void saysWhichLineIsNoHead() throws IOException {
        Path file = directory.resolve("broken.jsonl");
        Files.writeString(file, "{\"tenant\":\"main\",\"number\":1,\"hash\":\"aa\"}\nnothing\n");
        assertThatThrownBy(() -> new SealHeads(file, "main", CLOCK).read())
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("line 2");
    }
}
