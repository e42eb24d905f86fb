package dev.ravel.launcher.bulk;

import dev.ravel.resolver.bulk.ResultRows;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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

    /** Writes one row of CSV. */
    void row(List<String> fields) throws IOException {
        ResultRows.write(fields, text);
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            text.flush();
            bytes.getFD().sync();
        }
    }
}
