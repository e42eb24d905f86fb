package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationFileTest {
    @Test
    void eachInstanceOfAScenarioHasARowForEachExpectation(@TempDir Path directory) throws IOException {
        Path csv = directory.resolve("expectations.csv");
        CustomerGenerator customers = CustomerGenerator.ofCustomers(7, 6000); // two neighbourhoods

        long written = ExpectationFile.write(customers, csv);

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("scenario,instance,expectation,guard,records,description");
        assertThat(written)
                .isEqualTo(lines.size() - 1)
                .isEqualTo(2
                        * Arrays.stream(Scenario.values())
                                .mapToLong(scenario -> scenario.expectations().size())
                                .sum());
        Set<String> records = customers.stream()
                .filter(record -> record.scenario() == Scenario.ID_CONFLICT && record.neighbourhood() == 1)
                .map(record -> record.version().key().source()
                        + ':'
                        + record.version().key().id())
                .collect(Collectors.toSet());
        assertThat(lines).anySatisfy(line -> {
            assertThat(line).startsWith("ID_CONFLICT,1,LINK_HELD,EXCLUSIVE_CONFLICT,");
            assertThat(line.split(",")[4].split(" ")).containsExactlyInAnyOrderElementsOf(records);
        });
    }
}
