package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFilesTest {
    private final CustomerGenerator customers = CustomerGenerator.ofVersions(3, 1000);

    @Test
    void jsonLinesHoldEveryVersionInTheCanonicalForm(@TempDir Path directory) throws IOException {
        long written = RecordFiles.writeJsonLines(customers, directory, record -> true);

        long lines = 0;
        for (SourceSystem system : SourceSystem.values()) {
            for (String line : Files.readAllLines(directory.resolve(system.source() + ".jsonl"))) {
                JsonNode json = new ObjectMapper().readTree(line);
                assertThat(json.path("source").asText()).isEqualTo(system.source());
                assertThat(json.path("observedAt").asText()).endsWith("Z");
                lines++;
            }
        }
        assertThat(lines).isEqualTo(written).isEqualTo(customers.stream().count());
    }

    @Test
    void csvHasOneRowAVersionAndAsManyColumnsAsItsHeader(@TempDir Path directory) throws IOException {
        Path csv = directory.resolve("customers.csv");

        long written = RecordFiles.writeCsv(customers, csv);

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize((int) written + 1);
        assertThat(lines.get(0)).startsWith("source,id,type,observedAt,deleted,name,");
        int columns = lines.get(0).split(",").length;
        assertThat(lines).allSatisfy(line -> assertThat(
                        line.replaceAll("\"[^\"]*\"", "x").split(",", -1))
                .hasSize(columns));
    }

    @Test
    void truthNamesRecordsBySourceAndId(@TempDir Path directory) throws IOException {
        Path csv = directory.resolve("truth.csv");

        long written = RecordFiles.writeTruth(customers, csv);

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize((int) written + 1);
        assertThat(lines.get(0)).isEqualTo("record_id,entity_id");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("(crm|shop|app|support):[csut]-\\d+,(person|outlet)-\\d+"));
    }
}
