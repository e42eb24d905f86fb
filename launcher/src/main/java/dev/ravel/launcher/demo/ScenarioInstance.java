package dev.ravel.launcher.demo;

import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.Scenario;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.VersionOrder;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One instance of a scenario: its records, each by its newest version.
 *
 * @param scenario what it is an example of
 * @param newest the newest version of each record, deletions included, by record key
 */
record ScenarioInstance(Scenario scenario, SortedMap<RecordKey, GeneratedRecord> newest) {
    ScenarioInstance {
        newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
    }

    static ScenarioInstance of(Scenario scenario, List<GeneratedRecord> versions) {
        TreeMap<RecordKey, GeneratedRecord> newest = new TreeMap<>();
        for (GeneratedRecord version : versions) {
            newest.merge(
                    version.version().key(),
                    version,
                    (a, b) -> VersionOrder.INSTANCE.compare(a.version(), b.version()) >= 0 ? a : b);
        }
        return new ScenarioInstance(scenario, newest);
    }

    /** Whether both records of a pair are among these. */
    boolean contains(RecordKey one, RecordKey other) {
        return newest.containsKey(one) && newest.containsKey(other);
    }
}
