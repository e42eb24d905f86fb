package dev.ravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares answers with files beside the tests: {@code golden/NAME.graphql} is the question, {@code golden/NAME.json}
 * the answer. What changes with every model or run, such as weights and hashes, is replaced by its kind. Run the tests
 * with {@code -Dravel.golden=write} to write the answers anew, and read the difference before you commit it.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/ravel/api/golden");
    private static final Set<String> VOLATILE =
            Set.of("weight", "probability", "prior", "digest", "hash", "previousHash", "evidence", "operation");

    private static final Pattern WEIGHT = Pattern.compile("-?\\d+\\.\\d+");

    private Golden() {}

    static String question(String name) {
        return read(FOLDER.resolve(name + ".graphql"));
    }

    static void check(String name, JsonNode answer) {
        String actual = settled(answer.deepCopy()).toPrettyString() + '\n';
        Path file = FOLDER.resolve(name + ".json");
        if ("write".equals(System.getProperty("ravel.golden"))) {
            write(file, actual);
        }
        assertThat(actual).as(name).isEqualTo(read(file));
    }

    static JsonNode settled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                if (VOLATILE.contains(name)
                        && value.isValueNode()
                        && !value.isNull()
                        && !value.asText().isEmpty()) {
                    object.set(name, TextNode.valueOf(value.isNumber() ? "<number>" : "<text>"));
                } else if (name.equals("outcome")) {
                    object.set(
                            name,
                            TextNode.valueOf(WEIGHT.matcher(value.asText()).replaceAll("<number>")));
                } else {
                    settled(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(Golden::settled);
        }
        return node;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
