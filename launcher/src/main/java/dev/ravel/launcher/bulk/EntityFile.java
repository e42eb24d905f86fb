package dev.ravel.launcher.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.resolver.evaluate.EntityAssignments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A CSV file that says which entity each record belongs to: a truth, or the {@code entities.csv} of a result. */
public final class EntityFile {
    private EntityFile() {}

    /**
     * Reads a file, or what of this kind is in the directory of a result: the file, or the parts that the tasks of a cluster
     * wrote.
     *
     * @throws NoSuchFileException if it is not there
     */
    public static EntityAssignments read(Path fileOrResult) throws IOException {
        boolean isResult = Files.isDirectory(fileOrResult);
        Path file = isResult ? fileOrResult.resolve(BulkFiles.ENTITIES) : fileOrResult;
        List<Path> files = List.of(file);
        if (!Files.isRegularFile(file)) {
            files = isResult ? ResultParts.of(file) : List.of();
        }
        if (files.isEmpty()) {
            throw new NoSuchFileException(file.toString());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path one : files) {
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(one)) {
                csv.forEach(row -> rows.add(row.getFieldsAsMap()));
            }
        }
        return EntityAssignments.read(String.valueOf(file.getFileName()), rows);
    }
}
