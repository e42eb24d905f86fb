package dev.ravel.launcher.demo;

import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.Scenario;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.resolver.store.EntityReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Three GraphQL queries to paste, with values that are in the graph. */
final class DemoQueries {
    private DemoQueries() {}

    /** A query with a sentence on what it asks. */
    record Query(String question, String text) {}

    /** The queries for which the records have an example. */
    static List<Query> of(Collection<GeneratedRecord> scenarios, EntityReader reader) {
        return Stream.of(byPhone(scenarios), why(scenarios), lineage(scenarios, reader))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Query> byPhone(Collection<GeneratedRecord> scenarios) {
        return records(scenarios, Scenario.PHONE_WRITINGS)
                .map(record -> record.version().values(AttributeName.PHONE).get(0))
                .filter(phone -> phone.startsWith("+86"))
                .findFirst()
                .map(phone -> new Query(
                        "Who has this number? Six records wrote it in six ways.",
                        "{ entityBy(identifier: {type: PHONE, value: \"" + phone + "\"})"
                                + " { id name goldenRecord { field value support } records { source id } } }"));
    }

    private static Optional<Query> why(Collection<GeneratedRecord> scenarios) {
        List<RecordKey> keys = records(scenarios, Scenario.PINYIN_NAME)
                .map(record -> record.version().key())
                .distinct()
                .sorted()
                .toList();
        return keys.size() < 2
                ? Optional.empty()
                : Optional.of(new Query(
                        "Why are these two one customer? One is written in 汉字, the other in pinyin.",
                        "{ explain(a: " + input(keys.get(0)) + ", b: " + input(keys.get(1)) + ")"
                                + " { outcome weight levels { comparison level weight left right }"
                                + " shared { type value } } }"));
    }

    private static Optional<Query> lineage(Collection<GeneratedRecord> scenarios, EntityReader reader) {
        return records(scenarios, Scenario.UPDATED)
                .map(record -> reader.entityOf(record.version().key()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(entity -> new Query(
                        "How did this customer become what they are? They moved and changed their number.",
                        "{ entity(id: \"" + entity.id() + "\") { name identifiers { type value suppressed }"
                                + " records { source id versions { observedAt live } }"
                                + " events { nodes { type at cause } } } }"));
    }

    private static Stream<GeneratedRecord> records(Collection<GeneratedRecord> scenarios, Scenario scenario) {
        return scenarios.stream().filter(record -> record.scenario() == scenario && record.neighbourhood() == 0);
    }

    private static String input(RecordKey key) {
        return "{source: \"" + key.source() + "\", id: \"" + key.id() + "\"}";
    }
}
