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
     * Reads a file, or the file of this kind in the directory of a result.
     *
     * @throws NoSuchFileException if it is not there
     */
    public static EntityAssignments read(Path fileOrResult) throws IOException {
        Path file = Files.isDirectory(fileOrResult) ? fileOrResult.resolve(BulkFiles.ENTITIES) : fileOrResult;
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> rows.add(row.getFieldsAsMap()));
        }
        return EntityAssignments.read(String.valueOf(file.getFileName()), rows);
    }
}
