package dev.ravel.launcher.bulk;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.SpreadsheetNumber;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * {@value BulkFiles#RECORDS} while it is written by a thread of its own: what resolving leaves of the cores and of the
 * disk is enough for it. Closing gives up writing, if it has not ended, and waits until the file is left alone.
 */
public final class VersionsFile implements AutoCloseable {
    private final FutureTask<Long> writing;
    private final Thread writer;

    private VersionsFile(FutureTask<Long> writing) {
        this.writing = writing;
        this.writer = new Thread(writing, "ravel-versions-file");
        writer.setDaemon(true);
    }

    /**
     * Starts to write.
     *
     * @param versions must not change any more
     */
    public static VersionsFile write(Path file, List<SourceRecord> versions) {
        VersionsFile started = new VersionsFile(new FutureTask<>(() -> {
            BulkFiles.writeRecords(file, versions);
            return versions.stream().mapToLong(SpreadsheetNumber::lostIn).sum();
        }));
        started.writer.start();
        return started;
    }

    /** Waits until all versions are on the disk; says how many numbers in them a spreadsheet had cut short. */
    public long join() throws IOException {
        try {
            return writing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("the versions could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the versions were written");
        }
    }

    @Override
    public void close() throws IOException {
        writing.cancel(true);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the versions were written");
        }
    }
}
