package dev.ravel.bench.duckdb;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.clustering.DisjointSets;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.StandardValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Plain people in a DuckDB in memory, with all cores, which finds and scores their pairs by SQL. */
final class DuckDbPeople implements AutoCloseable {
    private static final String SCRIPT = "score.sql";
    private static final String UNKNOWN_TERM = "a name that no model lists";

    private final Connection connection;
    private final List<String> statements;
    private final int records;

    private DuckDbPeople(Connection connection, List<String> statements, int records) {
        this.connection = connection;
        this.statements = statements;
        this.records = records;
    }

    /** Loads records in their standard form, with their keys; record i gets number i. */
    static DuckDbPeople load(StandardRecord[] records, Resolver resolver) throws SQLException, IOException {
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE people (record INTEGER, family VARCHAR, family_sound VARCHAR, "
                    + "given VARCHAR, given_sound VARCHAR, birth INTEGER, phone VARCHAR)");
            statement.execute("CREATE TABLE record_keys (record INTEGER, key VARCHAR, cap INTEGER)");
        }
        try (DuckDBAppender people = connection.createAppender("main", "people");
                DuckDBAppender keys = connection.createAppender("main", "record_keys")) {
            for (int i = 0; i < records.length; i++) {
                append(people, i, records[i]);
                for (SharedKey key : records[i].keys()) {
                    keys.beginRow();
                    keys.append(i);
                    keys.append(key.text());
                    keys.append(
                            key.isBlock()
                                    ? resolver.settings().blockCap()
                                    : resolver.settings().identifierCandidateCap());
                    keys.endRow();
                }
            }
        }
        return new DuckDbPeople(connection, statements(resolver), records.length);
    }

    private static void append(DuckDBAppender people, int number, StandardRecord record) throws SQLException {
        StandardValues values = record.values();
        PersonName name = values.people().get(0);
        people.beginRow();
        people.append(number);
        people.append(name.family().get(0).text());
        people.append(name.family().get(0).sound());
        people.append(name.given().get(0).text());
        people.append(name.given().get(0).sound());
        if (values.birthDates().isEmpty()) {
            people.appendNull();
        } else {
            people.append(values.birthDates().get(0).digits());
        }
        int phone = record.first(IdentifierType.PHONE);
        if (phone == record.end(IdentifierType.PHONE)) {
            people.appendNull();
        } else {
            people.append(record.identifiers().get(phone).value());
        }
        people.endRow();
    }

    /** Finds the pairs, scores them and keeps the links; replaces those of a run before. */
    void resolve() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** How many pairs were scored. */
    long pairs() throws SQLException {
        return count("pairs");
    }

    /** How many pairs reached the match weight. */
    long links() throws SQLException {
        return count("links");
    }

    /** The smallest record of the component of each record: what the links make of the records. */
    int[] components() throws SQLException {
        DisjointSets sets = new DisjointSets(records);
        try (Statement statement = connection.createStatement();
                ResultSet links = statement.executeQuery("SELECT l, r FROM links")) {
            while (links.next()) {
                sets.union(links.getInt(1), links.getInt(2));
            }
        }
        int[] component = new int[records];
        for (int i = 0; i < records; i++) {
            component[i] = sets.find(i);
        }
        return component;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static List<String> statements(Resolver resolver) throws IOException {
        MatchModel model = resolver.model();
        String script;
        try (InputStream in = Objects.requireNonNull(DuckDbPeople.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Comparison comparison : Comparison.values()) {
            script = script.replace("${" + comparison.label() + "}", weights(model, comparison));
        }
        script = script.replace("${prior}", number(model.prior()))
                .replace("${rareFamilyName}", number(model.termAdjustment(Comparison.FAMILY_NAME, UNKNOWN_TERM)))
                .replace("${rareGivenName}", number(model.termAdjustment(Comparison.GIVEN_NAME, UNKNOWN_TERM)))
                .replace("${matchWeight}", number(resolver.settings().matchWeight()));
        List<String> statements = new ArrayList<>();
        for (String statement : script.replaceAll("(?m)^ *--.*$", "").split(";")) {
            if (!statement.isBlank()) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /** A list of the weights of levels 0 to the last; lists of DuckDB count from 1. */
    private static String weights(MatchModel model, Comparison comparison) {
        StringBuilder list = new StringBuilder("[0.0::DOUBLE");
        for (int level = 1; level <= comparison.levels().size(); level++) {
            list.append(", ").append(number(model.weight(comparison, level)));
        }
        return list.append(']').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.17f::DOUBLE", value);
    }
}
