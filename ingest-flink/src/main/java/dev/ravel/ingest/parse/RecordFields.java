package dev.ravel.ingest.parse;

import dev.ravel.configuration.source.Template;
import java.util.List;
import java.util.function.BiConsumer;

/** The fields of one record, whatever it is written in. */
interface RecordFields {
    /** The pseudo field that holds the record's offset in its input. */
    String OFFSET = "_offset";

    /** The values that a template gives, blank ones left out; none if the fields are not there. */
    List<String> values(Template template);

    /** Gives the names and values of the fields that no template of the mapping reads. */
    void others(BiConsumer<String, List<String>> consumer);
}
