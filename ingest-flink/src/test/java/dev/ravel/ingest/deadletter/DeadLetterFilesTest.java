package dev.ravel.ingest.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.configuration.source.InputFormat;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.DeadLetterReason;
import dev.ravel.ingest.parse.Parsed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFilesTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Input INPUT = new Input(
            "a b.csv#00ff", "a b.csv", "", InputFormat.CSV, "GB18030", ',', List.of("id"), 3, 100, Instant.EPOCH);

    private final Path folder;

    DeadLetterFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aLetterKeepsReasonBytesAndText() throws IOException {
        DeadLetterFiles files = files();
        files.write(List.of(letter(3, "王")));

        JsonNode line = new ObjectMapper().readTree(Files.readString(files.file(INPUT)));

        assertThat(line.path("input").asText()).isEqualTo("a b.csv#00ff");
        assertThat(line.path("offset").asLong()).isEqualTo(3);
        assertThat(line.path("reason").asText()).isEqualTo("MALFORMED");
        assertThat(line.path("detail").asText()).isEqualTo("broken");
        assertThat(line.path("text").asText()).isEqualTo("王");
        assertThat(Base64.getDecoder().decode(line.path("bytes").asText())).isEqualTo("王".getBytes(GB18030));
        assertThat(line.path("load").asText()).isEqualTo("load-1");
    }

    @Test
    void aReplayWritesNothingTwice() throws IOException {
        assertThat(files().write(List.of(letter(3, "x"), letter(9, "y")))).isEqualTo(2);
        assertThat(files().write(List.of(letter(3, "x"), letter(9, "y"), letter(12, "z"))))
                .isEqualTo(1);

        assertThat(Files.readAllLines(files().file(INPUT))).hasSize(3);
    }

    @Test
    void aLineThatACrashCutShortIsWrittenAgain() throws IOException {
        files().write(List.of(letter(3, "x")));
        Files.writeString(files().file(INPUT), "{\"input\":\"a", StandardOpenOption.APPEND);

        files().write(List.of(letter(3, "x"), letter(9, "y")));

        List<String> lines = Files.readAllLines(files().file(INPUT));
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("offset").asLong())
                .isEqualTo(9);
    }

    private DeadLetterFiles files() {
        return new DeadLetterFiles(folder.resolve("letters"), "load-1", CLOCK);
    }

    private static Parsed.DeadLetter letter(long offset, String text) {
        byte[] bytes = text.getBytes(GB18030);
        return new Parsed.DeadLetter(
                new RawRecord(INPUT, offset, offset + bytes.length + 1, bytes, 0),
                DeadLetterReason.MALFORMED,
                "broken");
    }
}
