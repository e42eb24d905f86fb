package dev.ravel.configuration;

import dev.ravel.configuration.source.Delivery;
import dev.ravel.configuration.source.InputFormat;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.configuration.source.Template;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code sources}. */
final class SourceSection {
    private final YamlTree tree;
    private final KeyValues values;
    private final ZoneId defaultZone;

    SourceSection(YamlTree tree, KeyValues values, ZoneId defaultZone) {
        this.tree = tree;
        this.values = values;
        this.defaultZone = defaultZone;
    }

    SortedMap<String, SourceConfiguration> read() {
        TreeMap<String, SourceConfiguration> sources = new TreeMap<>();
        for (String name : tree.names("sources")) {
            sources.put(name, source(name));
        }
        return sources;
    }

    private SourceConfiguration source(String name) {
        checkName(name);
        ZoneId zone = values.zone(ConfigurationKey.SOURCE_ZONE, defaultZone, name);
        List<String> files = values.readAll(ConfigurationKey.SOURCE_FILES, new String[] {name}, SourceSection::glob);
        return new SourceConfiguration(
                name,
                files,
                values.text(ConfigurationKey.SOURCE_TOPIC, name),
                values.choice(ConfigurationKey.SOURCE_FORMAT, InputFormat.class, name)
                        .orElse(null),
                values.read(ConfigurationKey.SOURCE_ENCODING, new String[] {name}, SourceSection::encoding)
                        .orElse(SourceConfiguration.AUTO),
                values.read(ConfigurationKey.SOURCE_DELIMITER, new String[] {name}, SourceSection::delimiter)
                        .orElse(SourceConfiguration.AUTO),
                values.choice(ConfigurationKey.SOURCE_DELIVERY, Delivery.class, name)
                        .orElse(Delivery.DELTA),
                values.share(ConfigurationKey.SOURCE_MAX_DELETED, name),
                zone,
                values.time(ConfigurationKey.SOURCE_AS_OF, zone, name).orElse(null),
                values.integer(ConfigurationKey.SOURCE_TRUST, Integer.MIN_VALUE, Integer.MAX_VALUE, name),
                values.flag(ConfigurationKey.SOURCE_DUPLICATE_FREE, name),
                mapping(name));
    }

    private @Nullable RecordMapping mapping(String name) {
        Set<String> attributeNames = tree.names("sources", name, "attributes");
        if (attributeNames.isEmpty()) {
            requireAttributes(name);
            return null;
        }
        TreeMap<String, List<Template>> attributes = new TreeMap<>();
        for (String attribute : attributeNames) {
            attributes.put(
                    attribute,
                    values.readAll(ConfigurationKey.SOURCE_ATTRIBUTE, new String[] {name, attribute}, Template::parse));
        }
        Template id = template(ConfigurationKey.SOURCE_ID, name);
        if (id == null) {
            if (!values.has(ConfigurationKey.SOURCE_ID, name)) {
                values.problem(
                        tree.lineOf("sources", name),
                        "sources." + name + ".id is missing: name the column with the source's own record id");
            }
            return null;
        }
        return new RecordMapping(
                template(ConfigurationKey.SOURCE_NAME, name),
                id,
                type(name),
                values.readAll(ConfigurationKey.SOURCE_OBSERVED_AT, new String[] {name}, Template::parse),
                template(ConfigurationKey.SOURCE_SEQUENCE, name),
                template(ConfigurationKey.SOURCE_DELETED, name),
                attributes,
                values.read(ConfigurationKey.SOURCE_SEPARATOR, new String[] {name}, SourceSection::separator)
                        .orElse(""),
                values.flag(ConfigurationKey.SOURCE_KEEP_OTHERS, name),
                values.list(ConfigurationKey.SOURCE_IGNORE, name));
    }

    /** Keys that say how to read a record mean nothing without attributes. */
    private void requireAttributes(String name) {
        for (ConfigurationKey key : List.of(ConfigurationKey.SOURCE_ID, ConfigurationKey.SOURCE_TYPE)) {
            if (values.has(key, name)) {
                values.problem(
                        values.line(key, name),
                        key.path(name) + " needs sources." + name + ".attributes: say what the columns mean");
                return;
            }
        }
    }

    private @Nullable Template template(ConfigurationKey key, String name) {
        return values.read(key, new String[] {name}, Template::parse).orElse(null);
    }

    private Template type(String name) {
        return values.read(ConfigurationKey.SOURCE_TYPE, new String[] {name}, text -> {
                    Template template = Template.parseOrConstant(text);
                    if (template.fields().isEmpty()) {
                        RecordType.parse(text);
                    }
                    return template;
                })
                .orElse(Template.constant(RecordType.UNKNOWN.name()));
    }

    private void checkName(String name) {
        try {
            RecordKey.of(name, "id");
        } catch (IllegalArgumentException e) {
            values.problem(tree.lineOf("sources", name), "sources." + name + ": " + e.getMessage());
        }
    }

    private static String glob(String pattern) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("must be a file name pattern, as crm_*.csv", e);
        }
    }

    private static String encoding(String name) {
        if (name.equalsIgnoreCase(SourceConfiguration.AUTO)) {
            return SourceConfiguration.AUTO;
        }
        try {
            Charset charset = Charset.forName(name);
            if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
                throw new IllegalArgumentException(
                        "must be an encoding in which ASCII is ASCII; convert the file first");
            }
            return charset.name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("must be auto or a character set, as UTF-8 or GB18030", e);
        }
    }

    private static String separator(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("must be one or more signs such as | or ;");
        }
        return text;
    }

    private static String delimiter(String text) {
        if (text.equalsIgnoreCase(SourceConfiguration.AUTO)) {
            return SourceConfiguration.AUTO;
        }
        String delimiter = text.equals("\\t") || text.equalsIgnoreCase("tab") ? "\t" : text;
        boolean usable = delimiter.length() == 1
                && delimiter.charAt(0) < 0x80
                && !Character.isLetterOrDigit(delimiter.charAt(0))
                && "\"\r\n".indexOf(delimiter.charAt(0)) < 0;
        if (!usable) {
            throw new IllegalArgumentException("must be one character such as , ; | or tab");
        }
        return delimiter;
    }
}
