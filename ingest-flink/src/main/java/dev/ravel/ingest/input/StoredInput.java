package dev.ravel.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** A file that can be read more than once, as {@link PlainText}: of this machine, or one that Flink reaches. */
public interface StoredInput {
    /** The name without its folder. */
    String fileName();

    /** Where it is, a path or URI. */
    String location();

    /** When it was last changed. */
    Instant modified() throws IOException;

    /** The bytes of its text from an offset on; the caller closes the stream. */
    InputStream open(long offset) throws IOException;

    /** A file of this machine. */
    static StoredInput of(Path file) {
        return new StoredInput() {
            @Override
            public String fileName() {
                Path name = file.getFileName();
                return name == null ? file.toString() : name.toString();
            }

            @Override
            public String location() {
                return file.toString();
            }

            @Override
            public Instant modified() throws IOException {
                return Files.getLastModifiedTime(file).toInstant();
            }

            @Override
            public InputStream open(long offset) throws IOException {
                return PlainText.open(fileName(), location(), this::bytes, offset);
            }

            private InputStream bytes(long offset) throws IOException {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                channel.position(offset);
                return Channels.newInputStream(channel);
            }
        };
    }
}
