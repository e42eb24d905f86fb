package dev.ravel.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The JSON form of Senzing's truth sets, read by the shipped mapping {@code senzing.yaml}. */
final class SenzingForm {
    /** The shipped mapping. */
    static final RecordMapping MAPPING = shipped();

    private SenzingForm() {}

    static boolean fits(JsonNode root) {
        return root.has("DATA_SOURCE") && root.has("RECORD_ID");
    }

    private static RecordMapping shipped() {
        try (InputStream resource =
                Objects.requireNonNull(SenzingForm.class.getResourceAsStream("senzing.yaml"), "senzing.yaml")) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            RavelConfiguration preset = ConfigurationReader.parse(text, "senzing.yaml", Map.of());
            SourceConfiguration source =
                    Objects.requireNonNull(preset.sources().get("senzing"), "senzing.yaml has no source senzing");
            return Objects.requireNonNull(source.mapping(), "senzing.yaml has no mapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
