package dev.ravel.launcher.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The parts that the tasks of a cluster write of one CSV file of a result: {@code entities-0.csv}, {@code entities-1.csv} … */
final class ResultParts {
    private static final String END = ".csv";

    private ResultParts() {}

    /** The parts of a file in an existing directory, by name; empty if there are none. */
    static List<Path> of(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String name = String.valueOf(file.getFileName());
        String beginning = name.substring(0, name.length() - END.length()) + "-";
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(part -> isPart(String.valueOf(part.getFileName()), beginning))
                    .sorted()
                    .toList();
        }
    }

    /** Makes a file of its parts, all of which have the same columns. */
    static void gather(List<Path> parts, Path file) throws IOException {
        try (DurableText whole = new DurableText(file)) {
            for (int part = 0; part < parts.size(); part++) {
                boolean isColumns = true;
                try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(parts.get(part))) {
                    for (CsvRecord row : rows) {
                        if (!isColumns || part == 0) {
                            whole.row(row.getFields());
                        }
                        isColumns = false;
                    }
                }
            }
        }
    }

    private static boolean isPart(String name, String beginning) {
        return name.startsWith(beginning)
                && name.endsWith(END)
                && name.substring(beginning.length(), name.length() - END.length())
                        .chars()
                        .allMatch(Character::isDigit);
    }
}
