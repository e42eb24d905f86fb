package dev.ravel.ingest;

import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.sink.IngestCounters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a load has done, so far or in all.
 *
 * @param loadId the load
 * @param counts records by what became of them
 * @param inputs the inputs seen, by name, with their encodings
 * @param notes what a person should know: mappings inferred, snapshots that were held back
 * @param deadLetterDirectory where the dead letters are
 * @param elapsed since the start
 */
public record IngestReport(
        String loadId,
        IngestCounters.Counts counts,
        List<Input> inputs,
        List<String> notes,
        Path deadLetterDirectory,
        Duration elapsed) {

    /** Records read in a second, on average; 0 before the first millisecond is over. */
    public double recordsPerSecond() {
        long millis = elapsed.toMillis();
        return millis == 0 ? 0 : counts.read() * 1000.0 / millis;
    }
}
