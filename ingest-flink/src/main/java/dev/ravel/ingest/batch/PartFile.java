package dev.ravel.ingest.batch;

import dev.ravel.resolver.bulk.ResultRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** One task's part of a CSV file of the result, on any file system that Flink reaches. Appears when it is whole. */
final class PartFile {
    private final Path target;
    private final Path temporary;
    private final FileSystem files;
    private final FSDataOutputStream bytes;
    private final BufferedWriter text;

    /**
     * A part with its columns.
     *
     * @param kind the name of the whole file without its end
     */
    PartFile(String directory, String kind, int task, List<String> columns) throws IOException {
        target = new Path(directory, kind + "-" + task + ".csv");
        temporary = new Path(directory, "." + kind + "-" + task + ".csv.part");
        files = target.getFileSystem();
        files.mkdirs(new Path(directory));
        bytes = files.create(temporary, FileSystem.WriteMode.OVERWRITE);
        text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        row(columns);
    }

    void row(List<String> fields) throws IOException {
        ResultRows.write(fields, text);
    }

    /** Puts the part in place; of a task that ran before, it takes the place of its part. */
    void publish() throws IOException {
        text.flush();
        bytes.sync();
        text.close();
        files.delete(target, false);
        if (!files.rename(temporary, target)) {
            throw new IOException("cannot rename " + temporary + " to " + target);
        }
    }
}
