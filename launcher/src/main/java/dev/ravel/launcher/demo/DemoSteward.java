package dev.ravel.launcher.demo;

import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.Scenario;
import dev.ravel.model.cluster.Guard;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.EntityReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The person who splits, between the two deliveries, those customers of whom the data cannot say that they are two. */
final class DemoSteward {
    private static final String ACTOR = "demo-steward";
    private static final String REASON = "the branch knows both: two customers who share all that is on file";

    private final EntityReader reader;
    private final Steward steward;
    private final Instant lookAgain;

    /**
     * A person.
     *
     * @param lookAgain when the splits are to be looked at again
     */
    DemoSteward(EntityReader reader, Steward steward, Instant lookAgain) {
        this.reader = reader;
        this.steward = steward;
        this.lookAgain = lookAgain;
    }

    /**
     * Splits each entity that holds an instance of a scenario of {@link Guard#CANNOT_LINK} by true customer.
     *
     * @param scenarios the generated versions of all scenarios; those of the second delivery are not in yet
     * @return how many entities were split
     */
    int split(Collection<GeneratedRecord> scenarios) {
        Map<Integer, Map<String, Set<RecordKey>>> instances = new TreeMap<>();
        for (GeneratedRecord record : scenarios) {
            if (!record.later() && isForSteward(record.scenario())) {
                instances
                        .computeIfAbsent(record.neighbourhood(), number -> new TreeMap<>())
                        .computeIfAbsent(record.customer(), customer -> new HashSet<>())
                        .add(record.version().key());
            }
        }
        int done = 0;
        for (Map.Entry<Integer, Map<String, Set<RecordKey>>> instance : instances.entrySet()) {
            List<Set<RecordKey>> groups = new ArrayList<>(instance.getValue().values());
            Optional<Entity> entity = reader.entityOf(groups.get(0).iterator().next());
            if (entity.isPresent()) {
                steward.split(
                        entity.get().id(),
                        entity.get().membershipVersion(),
                        groups,
                        new StewardRequest(
                                ACTOR, REASON, "demo-split-" + instance.getKey(), "", Optional.of(lookAgain)));
                done++;
            }
        }
        return done;
    }

    private static boolean isForSteward(Scenario scenario) {
        return scenario.guard().equals(Optional.of(Guard.CANNOT_LINK));
    }
}
