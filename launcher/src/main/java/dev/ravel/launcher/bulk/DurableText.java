package dev.ravel.launcher.bulk;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A new UTF-8 text file that is on the disk, not only in its cache, once it is closed. Not thread-safe. */
final class DurableText implements Closeable {
    private static final int BUFFER_CHARACTERS = 1 << 16;

    private final FileOutputStream bytes;
    private final BufferedWriter text;

    DurableText(Path file) throws IOException {
        bytes = new FileOutputStream(file.toFile());
        text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER_CHARACTERS);
    }

    /** Where to write. */
    BufferedWriter text() {
        return text;
    }

    /** Writes one row of CSV (RFC 4180). */
    void row(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                text.write(',');
            }
            field(fields[i]);
        }
        text.write('\n');
    }

    private void field(String field) throws IOException {
        if (isPlain(field)) {
            text.write(field);
        } else {
            text.write('"');
            text.write(field.replace("\"", "\"\""));
            text.write('"');
        }
    }

    private static boolean isPlain(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            text.flush();
            bytes.getFD().sync();
        }
    }
}
