package dev.ravel.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the shipped examples valid. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    void everyExampleIsAValidConfiguration() throws IOException {
        List<Path> examples;
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            examples = files.filter(file -> file.endsWith("ravel.yaml")).toList();
        }

        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (Path example : examples) {
            assertThat(ConfigurationReader.read(example, Map.of()))
                    .as("%s", example)
                    .isNotNull();
        }
    }

    @Test
    void theFiveSourcesOwnTheirFilesAndNoOthers() {
        RavelConfiguration configuration =
                ConfigurationReader.read(EXAMPLES.resolve("crm_five_sources").resolve("ravel.yaml"), Map.of());

        assertThat(configuration.sources()).hasSize(5);
        configuration.sources().forEach((name, source) -> {
            assertThat(source.owns(name + ".csv")).as(name).isTrue();
            assertThat(source.owns("crm_companies.csv")).as(name).isFalse();
        });
    }
}
