package dev.ravel.configuration;

import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.settings.IdentifierSettings;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.settings.SourceSettings;
import dev.ravel.resolver.steward.SecondSteward;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code ravel.yaml}. Values of the environment ({@code NEO4J_URI}, {@code NEO4J_USER}, {@code NEO4J_PASSWORD})
 * win over the file's. Thread-safe.
 */
public final class ConfigurationReader {
    private static final int MAX_CAP = 1_000_000;
    private static final int MAX_PORT = 65_535;

    private final YamlTree tree;
    private final KeyValues values;
    private final Map<String, String> environment;

    private ConfigurationReader(YamlTree tree, KeyValues values, Map<String, String> environment) {
        this.tree = tree;
        this.values = values;
        this.environment = environment;
    }

    /**
     * Reads a file under the environment of this process.
     *
     * @throws ConfigurationException listing all problems, if there are any
     */
    public static RavelConfiguration read(Path file) {
        return read(file, System.getenv());
    }

    /**
     * Reads a file under a given environment.
     *
     * @throws ConfigurationException listing all problems, if there are any
     */
    public static RavelConfiguration read(Path file, Map<String, String> environment) {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw failure(file, "the file is not UTF-8");
        } catch (IOException e) {
            throw failure(file, "the file cannot be read: " + e.getMessage());
        }
        return parse(text, file.toString(), environment);
    }

    /** The defaults under the environment of this process. */
    public static RavelConfiguration fromEnvironment() {
        return parse("", "environment", System.getenv());
    }

    /**
     * Reads the text of a file.
     *
     * @param origin what to call it in errors
     * @throws ConfigurationException listing all problems, if there are any
     */
    public static RavelConfiguration parse(String text, String origin, Map<String, String> environment) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        YamlTree tree = YamlTree.read(text, problems);
        KeyValues values = new KeyValues(tree, problems);
        Optional<RavelConfiguration> configuration = new ConfigurationReader(tree, values, environment).configuration();
        if (!problems.isEmpty() || configuration.isEmpty()) {
            problems.sort(Comparator.comparingInt(ConfigurationProblem::line));
            throw new ConfigurationException(origin, problems);
        }
        return configuration.get();
    }

    private static ConfigurationException failure(Path file, String message) {
        return new ConfigurationException(file.toString(), List.of(new ConfigurationProblem(0, message)));
    }

    private Optional<RavelConfiguration> configuration() {
        ZoneId zone = values.zone(
                ConfigurationKey.RESOLUTION_ZONE, ZoneId.of(ConfigurationKey.RESOLUTION_ZONE.defaultText()));
        SortedMap<String, SourceConfiguration> sources = new SourceSection(tree, values, zone).read();
        Path data = values.directory(
                ConfigurationKey.DATA_DIRECTORY, Path.of(ConfigurationKey.DATA_DIRECTORY.defaultText()));
        Path model = values.directory(ConfigurationKey.MODEL, Path.of(""));
        Optional<Path> named = model.toString().isEmpty() ? Optional.empty() : Optional.of(model);
        GraphConfiguration graph = graph();
        ApiConfiguration api = api();
        IngestConfiguration ingest = ingest(data);
        return resolver(zone, sources)
                .map(resolver -> new RavelConfiguration(resolver, sources, graph, api, ingest, data, named));
    }

    private Optional<ResolverSettings> resolver(ZoneId zone, SortedMap<String, SourceConfiguration> sources) {
        TreeMap<String, SourceSettings> said = new TreeMap<>();
        sources.forEach((name, source) -> {
            SourceSettings settings = new SourceSettings(source.trust(), source.duplicateFree());
            if (!settings.equals(SourceSettings.USUAL)) {
                said.put(name, settings);
            }
        });
        double matchWeight = values.decimal(ConfigurationKey.MATCH_WEIGHT);
        double reviewWeight = values.decimal(ConfigurationKey.REVIEW_WEIGHT);
        double margin = values.decimal(ConfigurationKey.WEAK_BRIDGE_MARGIN);
        int maxEntity = values.integer(ConfigurationKey.MAX_ENTITY_RECORDS, 2, MAX_CAP);
        int blockCap = values.integer(ConfigurationKey.BLOCK_CAP, 2, MAX_CAP);
        int candidateCap = values.integer(ConfigurationKey.IDENTIFIER_CANDIDATE_CAP, 2, MAX_CAP);
        Map<IdentifierType, IdentifierSettings> identifiers = identifiers();
        TreeSet<String> suppressed = new TreeSet<>(
                values.readAll(ConfigurationKey.SUPPRESSED, new String[0], ConfigurationReader::identifier));
        try {
            return Optional.of(new ResolverSettings(
                    values.text(ConfigurationKey.TENANT),
                    values.text(ConfigurationKey.REGION),
                    zone,
                    matchWeight,
                    reviewWeight,
                    margin,
                    maxEntity,
                    blockCap,
                    candidateCap,
                    identifiers,
                    suppressed,
                    said));
        } catch (IllegalArgumentException e) {
            values.problem(tree.lineOf("resolution"), "resolution: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<IdentifierType, IdentifierSettings> identifiers() {
        ResolverSettings defaults = ResolverSettings.defaults();
        EnumMap<IdentifierType, IdentifierSettings> given = new EnumMap<>(IdentifierType.class);
        for (String name : tree.names("resolution", "identifiers")) {
            try {
                IdentifierType type = IdentifierType.valueOf(name.toUpperCase(Locale.ROOT));
                IdentifierSettings shipped = defaults.identifier(type);
                int nameCap = values.optionalInteger(ConfigurationKey.NAME_CAP, 1, MAX_CAP, name)
                        .orElse(shipped.nameCap());
                boolean exclusive =
                        values.optionalFlag(ConfigurationKey.EXCLUSIVE, name).orElse(shipped.exclusive());
                given.put(type, new IdentifierSettings(nameCap, exclusive, grace(type, shipped, name)));
            } catch (IllegalArgumentException e) {
                values.problem(
                        tree.lineOf("resolution", "identifiers", name),
                        "resolution.identifiers." + name + ": no such identifier type; the types are "
                                + List.of(IdentifierType.values()));
            }
        }
        return given;
    }

    private Duration grace(IdentifierType type, IdentifierSettings shipped, String name) {
        Optional<Duration> grace = values.optionalDuration(ConfigurationKey.GRACE, name);
        if (grace.isPresent() && !type.passesOn()) {
            values.problem(
                    tree.lineOf("resolution", "identifiers", name),
                    ConfigurationKey.GRACE.path(name)
                            + ": only PHONE, EMAIL and DEVICE pass from one owner to another and have a grace");
        }
        return grace.orElse(shipped.grace());
    }

    private static String identifier(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            IdentifierType.valueOf(text.substring(0, colon));
            return text;
        }
        throw new IllegalArgumentException("must be TYPE:value, as PHONE:+8613800138000");
    }

    private GraphConfiguration graph() {
        String uri = environment.getOrDefault("NEO4J_URI", values.text(ConfigurationKey.GRAPH_URI));
        GraphConfiguration.Embedded embedded = new GraphConfiguration.Embedded(
                values.bytes(ConfigurationKey.GRAPH_HEAP), values.bytes(ConfigurationKey.GRAPH_PAGE_CACHE));
        if (uri.isBlank()) {
            return new GraphConfiguration(Optional.empty(), embedded);
        }
        if (!uri.matches("(neo4j|bolt)(\\+s|\\+ssc)?://.+")) {
            boolean fromFile = !environment.containsKey("NEO4J_URI");
            values.problem(
                    fromFile ? values.line(ConfigurationKey.GRAPH_URI) : 0,
                    (fromFile ? "graph.uri" : "NEO4J_URI")
                            + " must be a Bolt address, as neo4j://127.0.0.1:7687 (found: " + uri + ")");
        }
        GraphConfiguration.Server server = new GraphConfiguration.Server(
                uri,
                environment.getOrDefault("NEO4J_USER", values.text(ConfigurationKey.GRAPH_USER)),
                environment.getOrDefault("NEO4J_PASSWORD", values.text(ConfigurationKey.GRAPH_PASSWORD)),
                values.text(ConfigurationKey.GRAPH_DATABASE));
        return new GraphConfiguration(Optional.of(server), embedded);
    }

    private ApiConfiguration api() {
        ApiConfiguration.Limits limits = new ApiConfiguration.Limits(
                values.integer(ConfigurationKey.API_MAX_DEPTH, 1, 100),
                values.integer(ConfigurationKey.API_MAX_COST, 1, Integer.MAX_VALUE),
                values.integer(ConfigurationKey.API_MAX_PAGE, 1, 10_000),
                values.bytes(ConfigurationKey.API_MAX_BODY),
                values.duration(ConfigurationKey.API_TIMEOUT),
                values.integer(ConfigurationKey.API_MAX_SUBSCRIPTIONS, 0, 100_000));
        return new ApiConfiguration(
                values.text(ConfigurationKey.API_HOST),
                values.integer(ConfigurationKey.API_PORT, 0, MAX_PORT),
                limits,
                secondSteward());
    }

    private SecondSteward secondSteward() {
        String attribute = values.text(ConfigurationKey.SECOND_STEWARD_ATTRIBUTE);
        double value = values.decimal(ConfigurationKey.SECOND_STEWARD_VALUE);
        if (value < 0 || (value > 0 && attribute.isEmpty())) {
            values.problem(
                    values.line(ConfigurationKey.SECOND_STEWARD_VALUE),
                    "steward.secondFromValue: must be 0 or more, and needs steward.valueAttribute (found: " + value
                            + ")");
            return SecondSteward.NEVER;
        }
        return new SecondSteward(
                values.integer(ConfigurationKey.SECOND_STEWARD_RECORDS, 0, MAX_CAP),
                attribute,
                BigDecimal.valueOf(value));
    }

    private IngestConfiguration ingest(Path data) {
        return new IngestConfiguration(
                values.integer(ConfigurationKey.INGEST_BATCH_RECORDS, 1, 10_000),
                values.duration(ConfigurationKey.INGEST_BATCH_TIME),
                values.duration(ConfigurationKey.INGEST_CHECKPOINT_INTERVAL),
                values.integer(ConfigurationKey.INGEST_PARALLELISM, 1, 128),
                values.directory(ConfigurationKey.INGEST_DEAD_LETTERS, data.resolve("dead-letters")),
                values.duration(ConfigurationKey.INGEST_MAX_AHEAD),
                values.duration(ConfigurationKey.INGEST_DISCOVERY_INTERVAL));
    }
}
