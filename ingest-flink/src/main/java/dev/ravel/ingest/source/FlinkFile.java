package dev.ravel.ingest.source;

import dev.ravel.ingest.input.PlainText;
import dev.ravel.ingest.input.StoredInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** A file on any file system that Flink reaches. */
public final class FlinkFile implements StoredInput {
    private final Path path;

    FlinkFile(Path path) {
        this.path = path;
    }

    /** The file at a path or URI. */
    public static FlinkFile at(String location) {
        return new FlinkFile(new Path(location));
    }

    @Override
    public String fileName() {
        return path.getName();
    }

    @Override
    public String location() {
        return path.toString();
    }

    @Override
    public Instant modified() throws IOException {
        return Instant.ofEpochMilli(path.getFileSystem().getFileStatus(path).getModificationTime());
    }

    @Override
    public InputStream open(long offset) throws IOException {
        return PlainText.open(fileName(), location(), this::bytes, offset);
    }

    private InputStream bytes(long offset) throws IOException {
        FSDataInputStream stream = path.getFileSystem().open(path);
        stream.seek(offset);
        return stream;
    }
}
