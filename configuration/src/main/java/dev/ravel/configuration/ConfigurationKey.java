package dev.ravel.configuration;

import static dev.ravel.configuration.ValueKind.BOOLEAN;
import static dev.ravel.configuration.ValueKind.DECIMAL;
import static dev.ravel.configuration.ValueKind.DURATION;
import static dev.ravel.configuration.ValueKind.INTEGER;
import static dev.ravel.configuration.ValueKind.LIST;
import static dev.ravel.configuration.ValueKind.PATH;
import static dev.ravel.configuration.ValueKind.SHARE;
import static dev.ravel.configuration.ValueKind.SIZE;
import static dev.ravel.configuration.ValueKind.TEMPLATE;
import static dev.ravel.configuration.ValueKind.TEMPLATES;
import static dev.ravel.configuration.ValueKind.TEXT;
import static dev.ravel.configuration.ValueKind.TIME;
import static dev.ravel.configuration.ValueKind.ZONE;

/**
 * Every key of {@code ravel.yaml}: its path, what it takes, its default and what it means. A {@code *} in a path stands
 * for a name that the user chooses. The reference in {@code docs/configuration.md} is checked against this list.
 */
public enum ConfigurationKey {
    TENANT("tenant", TEXT, "main", "The owner of the data, the first part of every key in the graph."),
    DATA_DIRECTORY(
            "dataDirectory",
            PATH,
            ".ravel",
            "Where Ravel keeps what it needs to keep: the embedded database, inferred mappings, checkpoints."),
    MODEL(
            "model",
            PATH,
            "`dataDirectory`/model.json if it is there, else the shipped one",
            "The model file by which pairs are weighed. `ravel resolve` trains one on its input if none is named."),

    REGION("resolution.region", TEXT, "CN", "ISO 3166 region of phone numbers written without a country code."),
    RESOLUTION_ZONE("resolution.zone", ZONE, "Asia/Shanghai", "Zone of times written without one."),
    MATCH_WEIGHT("resolution.matchWeight", DECIMAL, "4.0", "A pair at or above this match weight (log2) is accepted."),
    REVIEW_WEIGHT(
            "resolution.reviewWeight",
            DECIMAL,
            "3.0",
            "A pair at or above this match weight, but not accepted, is put to a person."),
    WEAK_BRIDGE_MARGIN(
            "resolution.weakBridgeMargin",
            DECIMAL,
            "1.0",
            "A link that alone holds two groups together must exceed `matchWeight` by this; also the lead by which a"
                    + " bridging record must prefer one side."),
    MAX_ENTITY_RECORDS(
            "resolution.maxEntityRecords", INTEGER, "200", "An entity has at most this many records; larger are cut."),
    BLOCK_CAP(
            "resolution.blockCap", INTEGER, "100", "A block with more records than this proposes no candidate pairs."),
    IDENTIFIER_CANDIDATE_CAP(
            "resolution.identifierCandidateCap",
            INTEGER,
            "1000",
            "An identifier on more records than this proposes no candidate pairs, though it stays evidence."),
    SUPPRESSED(
            "resolution.suppressed",
            LIST,
            "",
            "Identifiers that are never evidence, as `PHONE:+8613800138000`, beside the shipped list."),
    NAME_CAP(
            "resolution.identifiers.*.nameCap",
            INTEGER,
            "10; ADDRESS 30",
            "A value of this identifier type carried under more distinct names than this is suppressed."),
    EXCLUSIVE(
            "resolution.identifiers.*.exclusive",
            BOOLEAN,
            "false; true for NATIONAL_ID, TAX_ID, BUSINESS_LICENCE",
            "Whether a customer has one value of this type at most, so that two different ones are a conflict."),
    GRACE(
            "resolution.identifiers.*.grace",
            DURATION,
            "365d for PHONE, DEVICE; 1095d for EMAIL",
            "For PHONE, EMAIL and DEVICE, which pass from one owner to another: a record is taken to have had a value for so"
                    + " long before it was first and after it was last observed with it. Where that leaves two records no"
                    + " time in common, the value counts as `sameOtherTime`."),

    SOURCE_FILES(
            "sources.*.files", LIST, "", "File name patterns (`crm_*.csv`) of the inputs that belong to this source."),
    SOURCE_TOPIC("sources.*.topic", TEXT, "", "The Kafka topic whose messages belong to this source."),
    SOURCE_NAME(
            "sources.*.source", TEMPLATE, "the key under `sources`", "Source of each record, where the data says it."),
    SOURCE_FORMAT("sources.*.format", TEXT, "by extension", "`csv` or `jsonl`."),
    SOURCE_ENCODING("sources.*.encoding", TEXT, "auto", "A character set (`UTF-8`, `GB18030`), or `auto`: detect it."),
    SOURCE_DELIMITER("sources.*.delimiter", TEXT, "auto", "One character between the fields of a CSV line."),
    SOURCE_DELIVERY(
            "sources.*.delivery",
            TEXT,
            "delta",
            "`delta`: a file holds changes. `snapshot`: a file is complete, and what it lacks is deleted."),
    SOURCE_MAX_DELETED(
            "sources.*.maxDeletedShare",
            SHARE,
            "20%",
            "A snapshot that would delete more than this share of its source deletes nothing and is reported."),
    SOURCE_ZONE("sources.*.zone", ZONE, "`resolution.zone`", "Zone of this source's times written without one."),
    SOURCE_AS_OF(
            "sources.*.asOf",
            TIME,
            "the file's modification time",
            "When the file's content held; `observedAt` of records that have none."),
    SOURCE_TRUST("sources.*.trust", INTEGER, "0", "Survivorship prefers values of sources with higher trust."),
    SOURCE_DUPLICATE_FREE(
            "sources.*.duplicateFree",
            BOOLEAN,
            "false",
            "Whether the source has each customer once: two of its records are one entity only if a person says so."),
    SOURCE_TYPE(
            "sources.*.type", TEMPLATE, "UNKNOWN", "`PERSON`, `ORGANIZATION` or `UNKNOWN`, or a `{column}` that says."),
    SOURCE_ID("sources.*.id", TEMPLATE, "", "The source's own id of a record. Required where `attributes` are given."),
    SOURCE_OBSERVED_AT(
            "sources.*.observedAt", TEMPLATES, "", "When a version held: the first of these that is not empty."),
    SOURCE_SEQUENCE("sources.*.sequence", TEMPLATE, "", "Whole number that orders versions of equal `observedAt`."),
    SOURCE_DELETED(
            "sources.*.deleted",
            TEMPLATE,
            "",
            "Whether the source says that the record is gone: `true`, `1`, `yes`, `y`, `是`."),
    SOURCE_SEPARATOR(
            "sources.*.separator",
            TEXT,
            "",
            "What stands between the values of an attribute in one field, as `|` or `;`; none means that a field holds one value."),
    SOURCE_KEEP_OTHERS(
            "sources.*.keepOthers",
            BOOLEAN,
            "true",
            "Whether columns that nothing else names are kept as attributes that are no evidence."),
    SOURCE_IGNORE("sources.*.ignore", LIST, "", "Columns that are not kept, such as a time of export."),
    SOURCE_ATTRIBUTE(
            "sources.*.attributes.*", TEMPLATES, "", "Attribute → where its values come from; several give several."),

    GRAPH_URI(
            "graph.uri",
            TEXT,
            "",
            "Bolt address of a Neo4j server (`neo4j://host:7687`); none means the embedded one. `NEO4J_URI` wins."),
    GRAPH_USER("graph.user", TEXT, "neo4j", "User at that server. `NEO4J_USER` wins."),
    GRAPH_PASSWORD("graph.password", TEXT, "", "Password at that server; better in `NEO4J_PASSWORD`, which wins."),
    GRAPH_DATABASE("graph.database", TEXT, "neo4j", "Database at that server."),
    GRAPH_HEAP("graph.embedded.heap", SIZE, "512MB", "Heap of the embedded Neo4j's process."),
    GRAPH_PAGE_CACHE("graph.embedded.pageCache", SIZE, "256MB", "Page cache of the embedded Neo4j's process."),

    API_HOST("api.host", TEXT, "127.0.0.1", "Address that the API listens on."),
    API_PORT("api.port", INTEGER, "8080", "Port that the API listens on; 0 takes a free one."),
    API_MAX_DEPTH("api.limits.depth", INTEGER, "16", "Deepest nesting of a query."),
    API_MAX_COST(
            "api.limits.cost", INTEGER, "200000", "Highest cost of a query: its fields times the list sizes asked."),
    API_MAX_PAGE("api.limits.page", INTEGER, "500", "Most items of one page."),
    API_MAX_BODY("api.limits.body", SIZE, "1MB", "Largest request body."),
    API_TIMEOUT("api.limits.timeout", DURATION, "30s", "Longest time that a request may take."),
    API_MAX_SUBSCRIPTIONS("api.limits.subscriptions", INTEGER, "100", "Most subscriptions open at once."),

    SECOND_STEWARD_RECORDS(
            "steward.secondFromRecords",
            INTEGER,
            "0",
            "A merge by a person that joins entities of at least this many records together waits for a second steward; 0:"
                    + " none does."),
    SECOND_STEWARD_ATTRIBUTE(
            "steward.valueAttribute",
            TEXT,
            "",
            "The attribute that says what a record is worth, a number such as a year's revenue."),
    SECOND_STEWARD_VALUE(
            "steward.secondFromValue",
            DECIMAL,
            "0",
            "A merge by a person that joins entities whose records are worth at least this much together waits for a second"
                    + " steward; 0: none does."),

    INGEST_BATCH_RECORDS(
            "ingest.batchRecords", INTEGER, "1000", "Most records of a micro-batch; it adapts between 200 and this."),
    INGEST_BATCH_TIME("ingest.batchTime", DURATION, "10ms", "Longest time that a record waits for its batch to fill."),
    INGEST_CHECKPOINT_INTERVAL("ingest.checkpointInterval", DURATION, "10s", "Time between Flink checkpoints."),
    INGEST_PARALLELISM(
            "ingest.parallelism", INTEGER, "1", "Parallel writers. On one Neo4j server more than one rarely pays."),
    INGEST_DEAD_LETTERS(
            "ingest.deadLetterDirectory",
            PATH,
            "`dataDirectory`/dead-letters",
            "Where inputs that could not be taken in are kept, with the reason and their bytes."),
    INGEST_MAX_AHEAD(
            "ingest.maxAhead", DURATION, "24h", "A record observed further in the future than this is a dead letter."),
    INGEST_DISCOVERY_INTERVAL(
            "ingest.discoveryInterval", DURATION, "1s", "Time between looks into a watched directory.");

    private final String path;
    private final ValueKind kind;
    private final String defaultText;
    private final String description;

    ConfigurationKey(String path, ValueKind kind, String defaultText, String description) {
        this.path = path;
        this.kind = kind;
        this.defaultText = defaultText;
        this.description = description;
    }

    /** The path from the root, parts joined by dots; {@code *} stands for a name that the user chooses. */
    public String path() {
        return path;
    }

    /** What the key takes. */
    public ValueKind kind() {
        return kind;
    }

    /** The default as a user would write it, a few words where it depends on something; empty if there is none. */
    public String defaultText() {
        return defaultText;
    }

    /** What the key means, in a sentence of Markdown. */
    public String description() {
        return description;
    }

    /** The path with the names that the user chose in place of the stars. */
    String path(String... names) {
        String filled = path;
        for (String name : names) {
            filled = filled.replaceFirst("\\*", java.util.regex.Matcher.quoteReplacement(name));
        }
        return filled;
    }
}
