package dev.ravel.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.source.InputFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramedStreamTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void recordsHaveTheirOffsetsAndTheEndIsMarked() throws IOException {
        List<RawRecord> records = records(csv("a,b\r\n\r\nc,d", 2, "UTF-8"), "a,b\r\n\r\nc,d", 64);

        assertThat(records).extracting(FramedStreamTest::text).containsExactly("a,b", "c,d", "");
        assertThat(records).extracting(RawRecord::offset).containsExactly(0L, 7L, 10L);
        assertThat(records).extracting(RawRecord::endOffset).containsExactly(5L, 10L, 11L);
        assertThat(records).extracting(RawRecord::isEnd).containsExactly(false, false, true);
    }

    @Test
    void aQuotedFieldMayHoldLineEnds() throws IOException {
        assertThat(csvTexts("1,\"a\nb\"\n2,c\n", 2)).containsExactly("1,\"a\nb\"", "2,c");
    }

    @Test
    void aQuoteThatIsNeverClosedLosesOneLineOnly() throws IOException {
        assertThat(csvTexts("1,\"open\n2,b\n3,c\n", 2)).containsExactly("1,\"open", "2,b", "3,c");
    }

    @Test
    void aQuoteClosedByALaterRecordsQuoteLosesOneLineOnly() throws IOException {
        assertThat(csvTexts("1,\"open\n2,b\n3,\"c\"\n4,d\n", 2)).containsExactly("1,\"open", "2,b", "3,\"c\"", "4,d");
    }

    @Test
    void aQuoteInsideAFieldIsText() throws IOException {
        assertThat(csvTexts("1,5\" pipe\n2,\"say \"\"hi\"\"\"\n", 2))
                .containsExactly("1,5\" pipe", "2,\"say \"\"hi\"\"\"");
    }

    @Test
    void theSecondByteOfAChineseCharacterIsNoDelimiter() throws IOException {
        String text = "1|丂|\"王\n小\"\n2|俊|x\n";
        Input input = new Input(
                "t#1",
                "t",
                "",
                InputFormat.CSV,
                "GB18030",
                '|',
                List.of("a", "b", "c"),
                0,
                text.getBytes(GB18030).length,
                Instant.EPOCH);

        assertThat(records(input, text, 7).stream()
                        .map(record -> new String(record.bytes(), GB18030))
                        .limit(2))
                .containsExactly("1|丂|\"王\n小\"", "2|俊|x");
    }

    @Test
    void readingOnFromAnyRecordsEndGivesTheRest() throws IOException {
        String text = "1,\"a\nb\"\n2,c\n\n3,d";
        Input input = csv(text, 2, "UTF-8");
        List<RawRecord> all = records(input, text, 5);

        for (int i = 0; i < all.size(); i++) {
            long offset = all.get(i).endOffset();
            byte[] rest = offset >= text.length()
                    ? new byte[0]
                    : text.substring((int) offset).getBytes(StandardCharsets.UTF_8);
            assertThat(read(new FramedStream(input, new ByteArrayInputStream(rest), offset)))
                    .as("after %s", text(all.get(i)))
                    .usingRecursiveComparison()
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyChunkingGivesTheSameRecords(long seed) throws IOException {
        Random random = new Random(seed);
        String text = random.ints(300, 0, 12)
                .mapToObj(i -> List.of("a", "王", ",", ",", "\"", "\"", "\n", "\n", "\r\n", "x,y\n", "\"q\nr\",", "é")
                        .get(i))
                .collect(Collectors.joining());
        Input csv = csv(text, 3, "UTF-8");
        Input lines =
                new Input("t#1", "t", "", InputFormat.JSONL, "UTF-8", ',', List.of(), 0, csv.length(), Instant.EPOCH);

        for (Input input : List.of(csv, lines)) {
            List<RawRecord> whole = records(input, text, 1 << 16);
            for (int chunk : new int[] {1, 2, 3, 7, 64, 200}) {
                assertThat(records(input, text, chunk))
                        .as("seed %d, chunks of %d, %s", seed, chunk, input.format())
                        .usingRecursiveComparison()
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void aLineLongerThanTheLimitIsCut() throws IOException {
        String text = "x".repeat(RecordFramer.MAX_RECORD_BYTES + 5) + "\ny";
        Input input =
                new Input("t#1", "t", "", InputFormat.JSONL, "UTF-8", ',', List.of(), 0, text.length(), Instant.EPOCH);

        assertThat(records(input, text, 1 << 20))
                .extracting(record -> record.bytes().length)
                .containsExactly(RecordFramer.MAX_RECORD_BYTES, 5, 1, 0);
    }

    private static List<String> csvTexts(String text, int columns) throws IOException {
        List<String> texts = new ArrayList<>();
        for (RawRecord record : records(csv(text, columns, "UTF-8"), text, 3)) {
            if (!record.isEnd()) {
                texts.add(text(record));
            }
        }
        return texts;
    }

    private static Input csv(String text, int columns, String encoding) {
        long length = text.getBytes(Charset.forName(encoding)).length;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("c" + i);
        }
        return new Input("t#1", "t", "", InputFormat.CSV, encoding, ',', names, 0, length, Instant.EPOCH);
    }

    private static List<RawRecord> records(Input input, String text, int chunk) throws IOException {
        byte[] bytes = text.getBytes(Charset.forName(input.encoding()));
        return read(new FramedStream(input, new ByteArrayInputStream(bytes), 0, chunk));
    }

    private static List<RawRecord> read(FramedStream stream) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        RawRecord record = stream.next();
        while (record != null) {
            records.add(record);
            record = stream.next();
        }
        return records;
    }

    private static String text(RawRecord record) {
        return new String(record.bytes(), StandardCharsets.UTF_8);
    }
}
