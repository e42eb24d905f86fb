package dev.ravel.ingest.batch;

import dev.ravel.ingest.deadletter.DeadLetterFiles;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.RecordParser;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.standardise.SpreadsheetNumber;
import dev.ravel.resolver.transport.VersionCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Raw records to versions; what cannot be read goes to the dead letters. */
final class ReadVersions extends RichFlatMapFunction<RawRecord, SourceRecord> {
    static final MessageType<SourceRecord> TYPE =
            MessageType.of(SourceRecord.class, VersionCodec::write, VersionCodec::read);

    private static final long serialVersionUID = 1L;

    private final BatchPlan plan;
    private final String deadLetterDirectory;
    private transient @Nullable RecordParser parser;
    private transient @Nullable DeadLetterFiles letters;
    private transient @Nullable LongCounter versions;
    private transient @Nullable LongCounter refused;
    private transient @Nullable LongCounter lost;

    /** @param deadLetterDirectory where what cannot be read goes, with its reason */
    ReadVersions(BatchPlan plan, String deadLetterDirectory) {
        this.plan = plan;
        this.deadLetterDirectory = deadLetterDirectory;
    }

    @Override
    public void open(OpenContext context) {
        parser = new RecordParser(plan.catalog(), Clock.systemUTC());
        letters = new DeadLetterFiles(Path.of(deadLetterDirectory), "batch", Clock.systemUTC());
        versions = getRuntimeContext().getLongCounter(BatchCount.VERSIONS.name());
        refused = getRuntimeContext().getLongCounter(BatchCount.DEAD_LETTERS.name());
        lost = getRuntimeContext().getLongCounter(BatchCount.LOST_NUMBERS.name());
    }

    @Override
    public void flatMap(RawRecord raw, Collector<SourceRecord> out) throws IOException {
        Parsed parsed = Objects.requireNonNull(parser).parse(raw);
        if (parsed instanceof Parsed.Accepted accepted) {
            Objects.requireNonNull(versions).add(1L);
            Objects.requireNonNull(lost).add(SpreadsheetNumber.lostIn(accepted.version()));
            out.collect(accepted.version());
        } else if (parsed instanceof Parsed.DeadLetter letter) {
            Objects.requireNonNull(refused).add(1L);
            Objects.requireNonNull(letters).write(List.of(letter));
        } else {
            Objects.requireNonNull(letters).forget(raw.input());
        }
    }
}
