package dev.ravel.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.configuration.source.InputFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputOpenerTest {
    private static final String CHINESE = "编号,姓名\n1,王小明\n2,李雷\n3,韩梅梅\n";

    private final Path folder;

    InputOpenerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void utf8WithAByteOrderMarkIsFound() throws IOException {
        Input input = describe("a.csv", ("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_8));

        assertThat(input.encoding()).isEqualTo("UTF-8");
        assertThat(input.columns()).containsExactly("编号", "姓名");
        assertThat(input.start()).isEqualTo(3 + "编号,姓名\n".getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void gb18030IsFound() throws IOException {
        Input input = describe("a.csv", CHINESE.getBytes(Charset.forName("GB18030")));

        assertThat(input.encoding()).isEqualTo("GB18030");
        assertThat(input.columns()).containsExactly("编号", "姓名");
    }

    @Test
    void aDamagedLineDoesNotTurnTheFileAround() throws IOException {
        byte[] good = CHINESE.getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[good.length + 4];
        System.arraycopy(good, 0, content, 0, good.length);
        content[good.length] = '4';
        content[good.length + 1] = ',';
        content[good.length + 2] = (byte) 0xFF;
        content[good.length + 3] = '\n';

        assertThat(describe("a.csv", content).encoding()).isEqualTo("UTF-8");
    }

    @Test
    void theDelimiterIsTheOneThatTheHeaderHasMostOf() throws IOException {
        assertThat(describe("a.csv", "a;b;c,d\n".getBytes(StandardCharsets.UTF_8))
                        .delimiter())
                .isEqualTo(';');
        assertThat(describe("a.tsv", "a\tb\n".getBytes(StandardCharsets.UTF_8)).columns())
                .containsExactly("a", "b");
    }

    @Test
    void theFormatIsToldByTheFirstByteWhereTheNameDoesNotTell() throws IOException {
        assertThat(describe("export", "{\"id\":1}\n".getBytes(StandardCharsets.UTF_8))
                        .format())
                .isEqualTo(InputFormat.JSONL);
        assertThat(describe("export2", "id,name\n".getBytes(StandardCharsets.UTF_8))
                        .format())
                .isEqualTo(InputFormat.CSV);
    }

    @Test
    void aFileWhoseContentChangesIsAnotherInput() throws IOException {
        String first =
                describe("a.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8)).name();
        String same =
                describe("a.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8)).name();
        String changed =
                describe("a.csv", "id\n2\n".getBytes(StandardCharsets.UTF_8)).name();

        assertThat(same).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first).startsWith("a.csv#");
    }

    @Test
    void theTimeOfAFileIsItsModificationTime() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "id\n1\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));

        assertThat(InputOpener.describe(StoredInput.of(file), Optional.empty()).time())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void blankLinesBeforeTheHeaderAreLookedPast() throws IOException {
        Input input = describe("a.csv", ("\n \r\n" + CHINESE).getBytes(StandardCharsets.UTF_8));

        assertThat(input.columns()).containsExactly("编号", "姓名");
        assertThat(input.start()).isEqualTo(4 + "编号,姓名\n".getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aLineThatSaysTheDelimiterIsNoHeader() throws IOException {
        Input input = describe("a.csv", "sep=|\r\na;b|c;d\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(input.delimiter()).isEqualTo('|');
        assertThat(input.columns()).containsExactly("a;b", "c;d");
    }

    @Test
    void whatIsNoTextIsNamed() {
        byte[] noise = new byte[2000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 37);
        }
        assertThatThrownBy(() -> describe("a.csv", noise))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContainingAll("a.csv", "not text");
        assertThatThrownBy(() -> describe("b.csv", "PK\u0003\u0004....".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContainingAll("b.csv", "Excel workbook", "save the sheet as CSV");
        assertThatThrownBy(() -> describe("c.csv", CHINESE.getBytes(StandardCharsets.UTF_16LE)))
                .hasMessageContaining("UTF-16 without a byte order mark");
    }

    @Test
    void aByteThatIsNoTextDoesNotMakeAFileUnreadable() throws IOException {
        assertThat(describe("a.csv", (CHINESE + "4,\0a\n").getBytes(StandardCharsets.UTF_8))
                        .columns())
                .containsExactly("编号", "姓名");
    }

    @Test
    void anEmptyFileIsAnInputWithoutRecords() throws IOException {
        Input input = describe("a.csv", new byte[0]);

        assertThat(input.length()).isZero();
        assertThat(input.start()).isZero();
    }

    private Input describe(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return InputOpener.describe(StoredInput.of(file), Optional.empty());
    }
}
