package dev.ravel.launcher.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.store.InputOffset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bulk result was made from.
 *
 * @param digest the resolution digest
 * @param offsets how far each input was read, so that a stream can go on from there
 */
public record ReadInputs(String digest, List<InputOffset> offsets) {
    private static final String DIGEST = "digest";
    private static final String INPUTS = "inputs";
    private static final String NAME = "name";
    private static final String OFFSET = "offset";

    public ReadInputs {
        offsets = List.copyOf(offsets);
    }

    /** Writes {@value BulkFiles#INPUTS}. */
    public void write(Path file) throws IOException {
        ObjectNode json = Json.object().put(DIGEST, digest);
        ArrayNode inputs = json.putArray(INPUTS);
        for (InputOffset offset : offsets) {
            inputs.addObject().put(NAME, offset.input()).put(OFFSET, offset.offset());
        }
        try (DurableText out = new DurableText(file)) {
            out.text().write(Json.text(json));
            out.text().write('\n');
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ReadInputs read(Path file) throws IOException {
        JsonNode json = Json.read(file);
        List<InputOffset> offsets = new ArrayList<>();
        for (JsonNode input : json.path(INPUTS)) {
            offsets.add(new InputOffset(
                    input.path(NAME).asText(), input.path(OFFSET).asLong()));
        }
        return new ReadInputs(json.path(DIGEST).asText(), offsets);
    }
}
