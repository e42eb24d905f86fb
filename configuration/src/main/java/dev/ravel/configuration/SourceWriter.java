package dev.ravel.configuration;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.configuration.source.Template;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes sources as a {@code ravel.yaml} that reads back as the same. Only what inference decides is written. */
public final class SourceWriter {
    private static final int LINE_WIDTH = 200;

    private SourceWriter() {}

    /** The text of a configuration with these sources. */
    public static String write(Collection<SourceConfiguration> sources) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (SourceConfiguration source : sources) {
            byName.put(source.name(), section(source));
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(LINE_WIDTH)
                .build();
        return new Dump(settings).dumpToString(Map.of("sources", byName));
    }

    private static Map<String, Object> section(SourceConfiguration source) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("files", source.files());
        section.put("zone", source.zone().getId());
        RecordMapping mapping = source.mapping();
        if (mapping != null) {
            put(section, "source", mapping.source());
            put(section, "type", mapping.type());
            put(section, "id", mapping.id());
            if (!mapping.observedAt().isEmpty()) {
                section.put("observedAt", texts(mapping.observedAt()));
            }
            put(section, "sequence", mapping.sequence());
            put(section, "deleted", mapping.deleted());
            Map<String, Object> attributes = new LinkedHashMap<>();
            mapping.attributes().forEach((name, templates) -> attributes.put(name, texts(templates)));
            if (!mapping.separator().isEmpty()) {
                section.put("separator", mapping.separator());
            }
            section.put("attributes", attributes);
        }
        return section;
    }

    private static void put(Map<String, Object> section, String key, @Nullable Template template) {
        if (template != null) {
            section.put(key, template.toString());
        }
    }

    private static Object texts(List<Template> templates) {
        return templates.size() == 1
                ? templates.get(0).toString()
                : templates.stream().map(Template::toString).toList();
    }
}
