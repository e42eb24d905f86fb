package dev.ravel.ingest.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.source.InputFormat;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.DeadLetterReason;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.sink.InputProgress.Pending;
import dev.ravel.resolver.store.InputOffset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputProgressTest {
    private final InputProgress progress = new InputProgress();

    @Test
    void anOffsetWaitsForWhatIsMissingBeforeIt() {
        Pending first = read("a", 10);
        Pending second = read("a", 20);
        Pending third = read("a", 30);

        assertThat(takeIn(List.of(third))).isEmpty();
        assertThat(takeIn(List.of(first))).containsExactly(new InputOffset("a", 10));
        assertThat(takeIn(List.of(second))).containsExactly(new InputOffset("a", 30));
        assertThat(progress.offsetsWith(List.of())).isEmpty();
    }

    @Test
    void whatABatchBesideFreedIsWrittenWithTheNextOrByItself() {
        Pending first = read("a", 10);
        Pending second = read("a", 20);
        List<InputOffset> firstAlone = progress.offsetsWith(List.of(first));
        progress.takenIn(List.of(second), progress.offsetsWith(List.of(second)));
        progress.takenIn(List.of(first), firstAlone);

        assertThat(firstAlone).containsExactly(new InputOffset("a", 10));
        assertThat(progress.offsetsWith(List.of())).containsExactly(new InputOffset("a", 20));
    }

    @Test
    void inputsAreApart() {
        Pending a = read("a", 10);
        Pending b = read("b", 5);

        assertThat(takeIn(List.of(b))).containsExactly(new InputOffset("b", 5));
        progress.forget("b");
        assertThat(takeIn(List.of(a))).containsExactly(new InputOffset("a", 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheOrderOffsetsOnlyGrowAndNothingBelowOneIsMissing(long seed) {
        Random random = new Random(seed);
        List<Pending> waiting = new ArrayList<>();
        for (int offset = 1; offset <= 200; offset++) {
            waiting.add(read("a", offset));
        }
        long last = 0;
        while (!waiting.isEmpty()) {
            List<Pending> batch = new ArrayList<>();
            for (int i = 0; i < 7 && !waiting.isEmpty(); i++) {
                batch.add(waiting.remove(random.nextInt(Math.min(15, waiting.size()))));
            }
            long missing = waiting.stream()
                    .mapToLong(pending -> pending.parsed().raw().endOffset())
                    .min()
                    .orElse(201);
            for (InputOffset offset : takeIn(batch)) {
                assertThat(offset.offset()).isGreaterThan(last).isEqualTo(missing - 1);
                last = offset.offset();
            }
        }
        assertThat(last).isEqualTo(200);
    }

    private List<InputOffset> takeIn(List<Pending> batch) {
        List<InputOffset> offsets = progress.offsetsWith(batch);
        progress.takenIn(batch, offsets);
        return offsets;
    }

    private Pending read(String input, long endOffset) {
        Input file = new Input(
                input,
                input,
                "",
                InputFormat.JSONL,
                "UTF-8",
                ',',
                List.of(),
                0,
                1_000,
                Instant.parse("2026-06-01T00:00:00Z"));
        RawRecord raw = new RawRecord(file, endOffset - 1, endOffset, new byte[0], 0);
        return progress.add(new Parsed.DeadLetter(raw, DeadLetterReason.MALFORMED, "broken"));
    }
}
