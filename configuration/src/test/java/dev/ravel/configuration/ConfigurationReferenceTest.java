package dev.ravel.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/configuration.md} and the code together. */
class ConfigurationReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "configuration.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theReferenceListsEveryKeyWithItsDefault() throws IOException {
        List<String> documented = Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(documented)
                .as("rows of %s; copy from here what differs:\n%s", REFERENCE, rows().collect(Collectors.joining("\n")))
                .containsExactlyElementsOf(rows().toList());
    }

    @Test
    void everyExampleIsAValidConfiguration() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(REFERENCE));
        int count = 0;
        while (examples.find()) {
            ConfigurationReader.parse(examples.group(1), "example " + ++count, Map.of());
        }

        assertThat(count).isGreaterThanOrEqualTo(3);
    }

    private static Stream<String> rows() {
        return Stream.of(ConfigurationKey.values()).map(ConfigurationReferenceTest::row);
    }

    private static String row(ConfigurationKey key) {
        String shown = key.defaultText();
        boolean words = shown.isEmpty() || shown.contains("`") || shown.contains(" ");
        return "| `%s` | %s | %s | %s |"
                .formatted(key.path(), key.kind().description(), words ? shown : "`" + shown + "`", key.description());
    }
}
