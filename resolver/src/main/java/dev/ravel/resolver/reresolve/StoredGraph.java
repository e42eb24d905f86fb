package dev.ravel.resolver.reresolve;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.standardise.Heirs;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All of a graph that a partition is a function of, read page by page: the live records, and what persons have judged of
 * records and identifiers. What is written meanwhile may be in it or not.
 *
 * @param entities the active entities
 * @param records the live records
 * @param spans the spans of those that have any beside their newest version
 * @param standing the standing judgements that name any of them
 */
record StoredGraph(
        List<Entity> entities, List<SourceRecord> records, Map<RecordKey, Spans> spans, List<Judgement> standing) {
    private static final int PAGE = 500;
    private static final int KEYS_PAGE = 5_000;

    /** Reads the graph. */
    static StoredGraph read(EntityReader reader) {
        List<Entity> entities = new ArrayList<>();
        List<SourceRecord> records = new ArrayList<>();
        Map<RecordKey, Spans> spans = new HashMap<>();
        SortedMap<String, Judgement> standing = new TreeMap<>();
        Optional<EntityId> after = Optional.empty();
        while (true) {
            List<Entity> page = reader.page(after, PAGE, 1);
            if (page.isEmpty()) {
                return new StoredGraph(entities, records, spans, List.copyOf(standing.values()));
            }
            entities.addAll(page);
            List<RecordKey> members = new ArrayList<>();
            page.forEach(entity -> members.addAll(entity.records()));
            reader.recordsOf(members).values().stream()
                    .filter(stored -> !stored.deleted())
                    .forEach(stored -> {
                        records.add(stored.decode());
                        if (!stored.spans().isEmpty()) {
                            spans.put(stored.key(), stored.spans());
                        }
                    });
            reader.judgementsOf(members).stream()
                    .filter(StoredJudgement::stands)
                    .map(StoredJudgement::judgement)
                    .forEach(judgement -> standing.put(judgement.id(), judgement));
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    /**
     * What persons have ruled on identifiers of the records, under the names that these have by a standardiser: rulings on
     * what their values were stored as, the latest of several, and on themselves.
     */
    Map<SharedKey, IdentifierRuling> rulings(EntityReader reader, Standardiser standardiser) {
        Map<SharedKey, IdentifierRuling> rulings = new HashMap<>(inherited(reader, standardiser));
        Set<SharedKey> asked = new HashSet<>();
        for (SourceRecord record : records) {
            for (Identifier identifier : standardiser.standardise(record).identifiers()) {
                asked.add(identifier.key(record.key().tenant()));
            }
            if (asked.size() >= KEYS_PAGE) {
                collect(reader, asked, rulings);
                asked.clear();
            }
        }
        collect(reader, asked, rulings);
        return rulings;
    }

    private Map<SharedKey, IdentifierRuling> inherited(EntityReader reader, Standardiser standardiser) {
        Map<RecordKey, SourceRecord> byKey = new HashMap<>();
        records.forEach(record -> byKey.put(record.key(), record));
        List<IdentifierJudgement> latestLast =
                new ArrayList<>(Decisions.of(reader).rulings());
        latestLast.sort(Comparator.comparing(IdentifierJudgement::at).thenComparing(IdentifierJudgement::id));
        Map<SharedKey, IdentifierRuling> inherited = new HashMap<>();
        for (IdentifierJudgement judgement : latestLast) {
            for (SharedKey heir : heirs(judgement.identifier(), byKey, reader, standardiser)) {
                inherited.put(heir, judgement.ruling());
            }
        }
        return inherited;
    }

    private static Set<SharedKey> heirs(
            SharedKey former, Map<RecordKey, SourceRecord> byKey, EntityReader reader, Standardiser standardiser) {
        Set<SharedKey> heirs = new HashSet<>();
        Optional<RecordKey> after = Optional.empty();
        while (true) {
            List<RecordKey> page = reader.carriersEver(former, after, PAGE);
            reader.identifiersOf(page).forEach((key, stored) -> {
                @Nullable SourceRecord record = byKey.get(key);
                if (record != null && stored.contains(former)) {
                    Heirs.of(former, stored, standardiser.standardise(record), standardiser)
                            .ifPresent(heirs::add);
                }
            });
            if (page.size() < PAGE) {
                return heirs;
            }
            after = Optional.of(page.get(page.size() - 1));
        }
    }

    private static void collect(
            EntityReader reader, Collection<SharedKey> asked, Map<SharedKey, IdentifierRuling> rulings) {
        for (KeyState state : reader.keyStates(asked).values()) {
            if (state.ruling() != IdentifierRuling.NONE) {
                rulings.put(state.key(), state.ruling());
            }
        }
    }
}
