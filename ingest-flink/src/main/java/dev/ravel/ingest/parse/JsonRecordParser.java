package dev.ravel.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON records of one input: by the mapping of its source, else each record by its own looks, in the canonical
 * or in Senzing's form. Not thread-safe.
 */
final class JsonRecordParser implements InputParser {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final TextDecoder decoder;
    private final CanonicalJson canonical;
    private final MappedJson senzing;
    private final @Nullable MappedJson mapped;
    private final String label;

    private record MappedJson(JsonFields fields, RecordAssembler assembler) {
        SourceRecord parse(JsonNode root, RawRecord raw) {
            return assembler.assemble(fields.of(root, raw.offset()), raw);
        }
    }

    /**
     * @param mapping of the input's source; null for records that say themselves what they are
     * @param assembler builds records by that mapping
     */
    JsonRecordParser(
            Input input,
            CanonicalJson canonical,
            RecordMapping senzingMapping,
            RecordAssembler senzingAssembler,
            @Nullable RecordMapping mapping,
            @Nullable RecordAssembler assembler) {
        this.label = input.label();
        this.decoder = new TextDecoder(input.encoding());
        this.canonical = canonical;
        this.senzing = new MappedJson(new JsonFields(senzingMapping), senzingAssembler);
        this.mapped = mapping == null || assembler == null ? null : new MappedJson(new JsonFields(mapping), assembler);
    }

    @Override
    public SourceRecord parse(RawRecord raw) {
        JsonNode root = read(decoder.decode(raw.bytes()));
        if (mapped != null) {
            return mapped.parse(root, raw);
        }
        if (CanonicalJson.fits(root)) {
            return canonical.parse(root, raw);
        }
        if (SenzingForm.fits(root)) {
            return senzing.parse(root, raw);
        }
        throw new RefusedRecordException(
                DeadLetterReason.NO_MAPPING,
                "neither the canonical form (source, id, attributes) nor Senzing's (DATA_SOURCE, RECORD_ID); "
                        + "map the fields of " + label + " under sources");
    }

    private static JsonNode read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw new RefusedRecordException(DeadLetterReason.MALFORMED, "not JSON: " + e.getOriginalMessage());
        }
        throw new RefusedRecordException(DeadLetterReason.MALFORMED, "not a JSON object");
    }
}
