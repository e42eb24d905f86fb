package dev.ravel.ingest.source;

import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.SourceCatalog;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;

/**
 * Files as raw records with their offsets. A file is read by one reader, from its start or from the offset of a
 * checkpoint, because CSV records may span lines.
 */
public final class RecordFileFormat implements BulkFormat<RawRecord, FileSourceSplit> {
    private static final long serialVersionUID = 1L;
    private static final int BATCH_RECORDS = 500;

    private final SourceCatalog catalog;

    public RecordFileFormat(SourceCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Reader<RawRecord> createReader(Configuration config, FileSourceSplit split) throws IOException {
        return reader(split, 0);
    }

    @Override
    public Reader<RawRecord> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
        return reader(
                split,
                split.getReaderPosition().map(CheckpointedPosition::getOffset).orElse(0L));
    }

    private Reader<RawRecord> reader(FileSourceSplit split, long position) throws IOException {
        FlinkFile file = new FlinkFile(split.path());
        Input input = InputOpener.describe(file, catalog.ofFile(file.fileName()));
        long offset = Math.max(position, input.start());
        return new FileReader(new FramedStream(input, file.open(Math.min(offset, input.length())), offset));
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }

    private record FileReader(FramedStream stream) implements Reader<RawRecord> {
        @Override
        public @Nullable RecordIterator<RawRecord> readBatch() throws IOException {
            Queue<RawRecord> records = new ArrayDeque<>(BATCH_RECORDS);
            RawRecord record = stream.next();
            while (record != null) {
                records.add(record);
                record = records.size() < BATCH_RECORDS ? stream.next() : null;
            }
            return records.isEmpty() ? null : new Batch(records);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private record Batch(Queue<RawRecord> records) implements RecordIterator<RawRecord> {
        @Override
        public @Nullable RecordAndPosition<RawRecord> next() {
            RawRecord record = records.poll();
            return record == null ? null : new RecordAndPosition<>(record, record.endOffset(), 0);
        }

        @Override
        public void releaseBatch() {
            records.clear();
        }
    }
}
