package dev.ravel.ingest.parse;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All templates of a mapping. */
final class MappingTemplates {
    private MappingTemplates() {}

    static List<Template> of(RecordMapping mapping) {
        List<Template> templates = new ArrayList<>(
                Stream.of(mapping.source(), mapping.id(), mapping.type(), mapping.sequence(), mapping.deleted())
                        .filter(Objects::nonNull)
                        .toList());
        templates.addAll(mapping.observedAt());
        mapping.attributes().values().forEach(templates::addAll);
        return templates;
    }
}
