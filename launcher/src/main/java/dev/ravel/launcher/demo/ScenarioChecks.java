package dev.ravel.launcher.demo;

import dev.ravel.generator.Expectation;
import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.Scenario;
import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Asks a graph whether the scenarios came out as they must, through the same reader as the API. */
public final class ScenarioChecks {
    private static final int MAX_REVIEW_ITEMS = 100_000;

    private final EntityReader reader;
    private final Standardiser standardiser;

    public ScenarioChecks(EntityReader reader, Standardiser standardiser) {
        this.reader = reader;
        this.standardiser = standardiser;
    }

    /**
     * Checks every scenario of which there are records.
     *
     * @param versions the generated versions of all scenarios but the ordinary
     * @return one check for each scenario, in the order of {@link Scenario}
     */
    public List<ScenarioCheck> check(Collection<GeneratedRecord> versions) {
        List<ReviewItem> open = reader.openReviewItems(MAX_REVIEW_ITEMS).stream()
                .map(StoredReviewItem::item)
                .toList();
        Map<Scenario, Map<Integer, List<GeneratedRecord>>> byInstance = new TreeMap<>();
        for (GeneratedRecord version : versions) {
            byInstance
                    .computeIfAbsent(version.scenario(), scenario -> new TreeMap<>())
                    .computeIfAbsent(version.neighbourhood(), number -> new ArrayList<>())
                    .add(version);
        }
        List<ScenarioCheck> checks = new ArrayList<>();
        byInstance.forEach((scenario, instances) -> {
            List<ScenarioCheck.Failure> failures = new ArrayList<>();
            for (List<GeneratedRecord> instance : instances.values()) {
                failures.addAll(failures(ScenarioInstance.of(scenario, instance), open));
            }
            checks.add(new ScenarioCheck(scenario, instances.size(), failures));
        });
        return checks;
    }

    private List<ScenarioCheck.Failure> failures(ScenarioInstance instance, List<ReviewItem> open) {
        Map<RecordKey, StoredRecord> stored = reader.recordsOf(instance.newest().keySet());
        List<ScenarioCheck.Failure> failures = new ArrayList<>();
        for (Expectation expectation : new TreeSet<>(instance.scenario().expectations())) {
            Optional<String> wrong =
                    switch (expectation) {
                        case CUSTOMERS_WHOLE -> customersWhole(instance, stored);
                        case CUSTOMERS_APART -> customersApart(instance, stored);
                        case IDENTIFIER_SUPPRESSED -> sharedKey(instance, KeyState::suppressed, "suppressed");
                        case BLOCK_OVER_CAP -> sharedKey(instance, KeyState::overCap, "over its cap");
                        case LINK_HELD -> linkHeld(instance, open);
                        case PAIR_DOUBTFUL -> asked(instance, open, ReviewKind.DOUBTFUL_PAIR);
                        case CONTRADICTION_REPORTED -> contradictionReported(instance, open);
                        case DELETED_GONE -> deletedGone(instance, stored);
                    };
            wrong.ifPresent(detail -> failures.add(new ScenarioCheck.Failure(expectation, detail)));
        }
        return failures;
    }

    private static Optional<String> customersWhole(ScenarioInstance instance, Map<RecordKey, StoredRecord> stored) {
        Map<String, Set<String>> entitiesOf = new TreeMap<>();
        instance.newest().forEach((key, record) -> {
            if (!record.version().deleted()) {
                entitiesOf
                        .computeIfAbsent(record.customer(), customer -> new TreeSet<>())
                        .add(entity(stored, key).map(EntityId::value).orElse("no entity for " + key));
            }
        });
        return entitiesOf.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .findFirst()
                .map(entry -> entry.getKey() + " is in " + entry.getValue().size() + " entities: " + entry.getValue());
    }

    private static Optional<String> customersApart(ScenarioInstance instance, Map<RecordKey, StoredRecord> stored) {
        Map<String, Set<String>> customersOf = new TreeMap<>();
        instance.newest().forEach((key, record) -> entity(stored, key).ifPresent(entity -> customersOf
                .computeIfAbsent(entity.value(), id -> new TreeSet<>())
                .add(record.customer())));
        return customersOf.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .findFirst()
                .map(entry -> "entity " + entry.getKey() + " holds records of " + entry.getValue());
    }

    /** Whether a key that at least two of the records have is in a state. */
    private Optional<String> sharedKey(ScenarioInstance instance, Predicate<KeyState> state, String what) {
        Map<SharedKey, Integer> carriers = new TreeMap<>();
        for (GeneratedRecord record : instance.newest().values()) {
            standardiser.standardise(record.version()).keys().forEach(key -> carriers.merge(key, 1, Integer::sum));
        }
        carriers.values().removeIf(count -> count < 2);
        return reader.keyStates(carriers.keySet()).values().stream().anyMatch(state)
                ? Optional.empty()
                : Optional.of("none is " + what + " of " + carriers.keySet());
    }

    private Optional<String> linkHeld(ScenarioInstance instance, List<ReviewItem> open) {
        Guard guard = instance.scenario().guard().orElseThrow();
        boolean held = reader.matchesOf(instance.newest().keySet()).stream()
                .filter(match ->
                        instance.contains(match.pair().smaller(), match.pair().larger()))
                .anyMatch(match -> heldBy(guard, match));
        ReviewKind kind = guard == Guard.CANNOT_LINK ? ReviewKind.BLOCKED_BRIDGE : ReviewKind.TRIPPED_GUARD;
        return held
                ? asked(instance, open, kind)
                : Optional.of("no link is held by " + guard + "; matches: " + matches(instance));
    }

    /** A judgement is the cause of what it blocks, any other guard is the cause of what it holds. */
    private static boolean heldBy(Guard guard, Match match) {
        return guard == Guard.CANNOT_LINK
                ? match.status() == MatchStatus.BLOCKED
                : match.status() == MatchStatus.HELD && match.cause().equals(guard.name());
    }

    private List<String> matches(ScenarioInstance instance) {
        return reader.matchesOf(instance.newest().keySet()).stream()
                .map(match -> match.status() + " " + match.weight() + " " + match.cause() + " " + match.evidence())
                .limit(6)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Optional<String> asked(ScenarioInstance instance, List<ReviewItem> open, ReviewKind kind) {
        Predicate<ReviewItem> about = item -> item.pair()
                .filter(pair -> instance.contains(pair.smaller(), pair.larger()))
                .isPresent();
        boolean asked = open.stream().filter(item -> item.kind() == kind).anyMatch(about);
        return asked ? Optional.empty() : Optional.of("no open " + kind + " question; matches: " + matches(instance));
    }

    private static Optional<String> contradictionReported(ScenarioInstance instance, List<ReviewItem> open) {
        boolean asked = open.stream()
                .filter(item -> item.kind() == ReviewKind.CONTRADICTING_VERSION)
                .anyMatch(item -> item.records().stream().anyMatch(instance.newest()::containsKey));
        return asked ? Optional.empty() : Optional.of("no open CONTRADICTING_VERSION question");
    }

    private static Optional<String> deletedGone(ScenarioInstance instance, Map<RecordKey, StoredRecord> stored) {
        return instance.newest().entrySet().stream()
                .filter(entry -> entry.getValue().version().deleted())
                .map(Map.Entry::getKey)
                .filter(key -> entity(stored, key).isPresent() || !stored.containsKey(key))
                .findFirst()
                .map(key -> key + (stored.containsKey(key) ? " is still in an entity" : " is unknown"));
    }

    private static Optional<EntityId> entity(Map<RecordKey, StoredRecord> stored, RecordKey key) {
        return Optional.ofNullable(stored.get(key)).flatMap(StoredRecord::entity);
    }
}
