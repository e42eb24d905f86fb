package dev.ravel.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextTest {
    private static final String TABLE = "编号,姓名\n1,王小明\n2,𠮷田\n".repeat(2000);

    private final Path folder;

    PlainTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void utf16WithAByteOrderMarkIsReadInBothOrders() throws IOException {
        assertThat(text("le.csv", marked('\uFEFF', StandardCharsets.UTF_16LE))).isEqualTo(TABLE);
        assertThat(text("be.csv", marked('\uFEFF', StandardCharsets.UTF_16BE))).isEqualTo(TABLE);
    }

    @Test
    void gzipIsUnpackedAndWhatIsInItIsReadAsAnyFile() throws IOException {
        assertThat(text("a.csv.gz", packed(TABLE.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(TABLE);
        assertThat(text("b.csv.gz", packed(marked('\uFEFF', StandardCharsets.UTF_16LE))))
                .isEqualTo(TABLE);
    }

    @Test
    void aGzipFileThatIsCutOffIsNamed() throws IOException {
        byte[] whole = packed(TABLE.getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> InputOpener.plainColumns(StoredInput.of(file)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContainingAll("cut.csv.gz", "cut off or damaged");
    }

    @Test
    void linesThatEndWithCarriageReturnsAloneAreLines() throws IOException {
        assertThat(text("mac.csv", TABLE.replace('\n', '\r').getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TABLE);
        String windows = TABLE.replace("\n", "\r\n");
        assertThat(text("win.csv", windows.getBytes(StandardCharsets.UTF_8))).isEqualTo(windows);
    }

    @Test
    void theElementsOfAJsonArrayAreLines() throws IOException {
        String array = "\uFEFF [\n {\"a\": \"x, ] \\\" \\\\\",\r\n  \"b\": [1, {\"c\": 2}]},\n {} ,\"one\"\n]\n";

        assertThat(text("a.json", array.getBytes(StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.isBlank()))
                .containsExactly("\uFEFF", "{\"a\":\"x, ] \\\" \\\\\",\"b\":[1,{\"c\":2}]}", "{}", "\"one\"");
        assertThat(text("a.csv", array.getBytes(StandardCharsets.UTF_8))).isEqualTo(array);
    }

    @Test
    void offsetsCountInTheText() throws IOException {
        byte[] text = TABLE.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.csv.gz"), packed(text));
        for (int offset : new int[] {0, 1, 8192, text.length - 1, text.length}) {
            try (InputStream rest = StoredInput.of(file).open(offset)) {
                assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(text, offset, text.length));
            }
        }
    }

    private String text(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        try (InputStream text = StoredInput.of(file).open(0)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] marked(char mark, Charset charset) {
        return (mark + TABLE).getBytes(charset);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
