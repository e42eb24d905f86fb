package dev.ravel.bench.labelled;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.bulk.EntityFile;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with {@code truth.csv} and the records it is about, in the files of {@code jsonl/} or {@code records/} or in
 * {@code records.csv}; read without configuration. {@code ravel generate} writes one.
 *
 * @param name the folder's
 * @param versions the records
 * @param settings those of an installation that says nothing
 */
public record LabelledSet(
        String name, List<SourceRecord> versions, ResolverSettings settings, EntityAssignments truth) {

    /** The sets among the folders given, and in them; those of each folder ascending. */
    public static List<Path> in(List<Path> data) throws IOException {
        List<Path> sets = new ArrayList<>();
        for (Path folder : data) {
            if (isSet(folder)) {
                sets.add(folder);
                continue;
            }
            try (Stream<Path> folders = Files.list(folder)) {
                folders.filter(LabelledSet::isSet).sorted().forEach(sets::add);
            }
        }
        return sets;
    }

    private static boolean isSet(Path folder) {
        return Files.isRegularFile(folder.resolve("truth.csv"));
    }

    /**
     * Reads a set.
     *
     * @param scratch a directory for what reading leaves behind
     */
    public static LabelledSet read(Path folder, Path scratch) throws IOException {
        Path records = Stream.of("jsonl", "records")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folder.resolve("records.csv"));
        RavelConfiguration configuration = RavelConfiguration.defaults().withDataDirectory(scratch);
        Inputs inputs = Inputs.find(configuration, List.of(records), Console.system());
        List<SourceRecord> versions = new ArrayList<>();
        inputs.read(scratch.resolve("dead-letters"), "bench", Clock.systemUTC(), versions::add);
        return new LabelledSet(
                String.valueOf(folder.getFileName()),
                versions,
                inputs.configuration().resolver(),
                EntityFile.read(folder.resolve("truth.csv")));
    }

    /** The pairwise accuracy of a partition of the records. */
    public Accuracy accuracy(Collection<? extends Collection<RecordKey>> parts) {
        List<Map<String, String>> rows = new ArrayList<>();
        int part = 0;
        for (Collection<RecordKey> records : parts) {
            part++;
            for (RecordKey record : records) {
                rows.add(Map.of(
                        EntityAssignments.SOURCE,
                        record.source(),
                        EntityAssignments.RECORD_ID,
                        record.id(),
                        EntityAssignments.ENTITY_ID,
                        "part" + part));
            }
        }
        return Evaluation.of(truth, EntityAssignments.read("the result", rows), 0)
                .pairwise();
    }
}
