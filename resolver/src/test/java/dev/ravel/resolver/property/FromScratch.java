package dev.ravel.resolver.property;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.record.VersionOrder;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Clustering;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.clustering.Guards;
import dev.ravel.resolver.clustering.Link;
import dev.ravel.resolver.standardise.CarriedValue;
import dev.ravel.resolver.standardise.Span;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.suppression.SuppressionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The partition by the rules, without any cleverness: all versions at once, every key counted, every pair looked at.
 * The oracle of the stream and of the bulk path.
 */
final class FromScratch {
    private FromScratch() {}

    /** The newest version of each record, deletions left out. */
    static SortedMap<RecordKey, SourceRecord> live(Collection<SourceRecord> versions) {
        SortedMap<RecordKey, SourceRecord> newest = new TreeMap<>();
        for (SourceRecord version : versions) {
            newest.merge(version.key(), version, (a, b) -> VersionOrder.INSTANCE.compare(a, b) >= 0 ? a : b);
        }
        newest.values().removeIf(SourceRecord::deleted);
        return newest;
    }

    /** The spans of a live record beside its newest version: for each of its values that passes on, when it was there. */
    static Spans spans(SourceRecord newest, Collection<SourceRecord> versions) {
        Map<String, IdentifierType> kinds =
                Map.of(AttributeName.PHONE, IdentifierType.PHONE, AttributeName.EMAIL, IdentifierType.EMAIL);
        SortedMap<CarriedValue, Span> spans = new TreeMap<>();
        kinds.forEach((attribute, type) -> {
            for (String value : values(versions, newest.key(), attribute)) {
                List<Instant> times = versions.stream()
                        .filter(version -> version.key().equals(newest.key()) && !version.deleted())
                        .filter(version -> version.values(attribute).contains(value))
                        .map(SourceRecord::observedAt)
                        .sorted()
                        .toList();
                boolean carried = newest.values(attribute).contains(value);
                Instant first = times.get(0);
                if (!carried || !first.equals(newest.observedAt())) {
                    Instant last = carried ? Span.OPEN : times.get(times.size() - 1);
                    spans.put(new CarriedValue(type, value), new Span(first, last));
                }
            }
        });
        return new Spans(spans);
    }

    private static Set<String> values(Collection<SourceRecord> versions, RecordKey key, String attribute) {
        return versions.stream()
                .filter(version -> version.key().equals(key) && !version.deleted())
                .flatMap(version -> version.values(attribute).stream())
                .collect(Collectors.toSet());
    }

    /** The live records with the exact state of their keys. */
    static List<LiveRecord> withMasks(Resolver resolver, Collection<SourceRecord> versions) {
        return withMasks(resolver, versions, Map.of());
    }

    /** The same where persons have ruled on some identifiers. */
    static List<LiveRecord> withMasks(
            Resolver resolver, Collection<SourceRecord> versions, Map<SharedKey, IdentifierRuling> rulings) {
        Map<SharedKey, Set<String>> names = new TreeMap<>();
        Map<SharedKey, Integer> sizes = new TreeMap<>();
        List<StandardRecord> standards = live(versions).values().stream()
                .map(newest -> resolver.standardiser().standardise(newest, spans(newest, versions)))
                .toList();
        for (StandardRecord standard : standards) {
            for (SharedKey key : standard.keys()) {
                names.computeIfAbsent(key, any -> new HashSet<>()).add(standard.nameKey());
                sizes.merge(key, 1, Integer::sum);
            }
        }
        SuppressionRule rule = SuppressionRule.of(resolver.settings());
        return standards.stream()
                .map(standard -> LiveRecord.of(
                        standard,
                        key -> switch (rulings.getOrDefault(key, IdentifierRuling.NONE)) {
                            case NONE -> rule.isSuppressed(key, names.get(key).size());
                            case SUPPRESSED -> true;
                            case TRUSTED -> false;
                        },
                        key -> sizes.get(key)
                                > (key.isBlock()
                                        ? resolver.settings().blockCap()
                                        : resolver.settings().identifierCandidateCap())))
                .toList();
    }

    /** The parts, ascending by smallest record. */
    static List<SortedSet<RecordKey>> partition(
            Resolver resolver, Collection<SourceRecord> versions, List<Judgement> standing) {
        return partition(resolver, versions, standing, Map.of());
    }

    /** The same where persons have ruled on some identifiers. */
    static List<SortedSet<RecordKey>> partition(
            Resolver resolver,
            Collection<SourceRecord> versions,
            List<Judgement> standing,
            Map<SharedKey, IdentifierRuling> rulings) {
        List<LiveRecord> records = withMasks(resolver, versions, rulings);
        List<Link> links = new ArrayList<>();
        Map<RecordKey, Set<RecordKey>> neighbours = new TreeMap<>();
        records.forEach(record -> neighbours.put(record.key(), new TreeSet<>(Set.of(record.key()))));
        for (LiveRecord a : records) {
            for (LiveRecord b : records) {
                if (a.key().compareTo(b.key()) < 0 && candidates(a, b)) {
                    double weight = resolver.scorer().score(a, b, resolver.model());
                    if (weight >= resolver.settings().matchWeight()) {
                        links.add(new Link(RecordPair.of(a.key(), b.key()), weight));
                        neighbours.get(a.key()).add(b.key());
                        neighbours.get(b.key()).add(a.key());
                    }
                }
            }
        }
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                Set<RecordKey> group = new TreeSet<>(judgement.groups().get(0));
                group.retainAll(neighbours.keySet());
                group.forEach(key -> neighbours.get(key).addAll(group));
            }
        }
        List<SortedSet<RecordKey>> parts = new ArrayList<>();
        Set<RecordKey> done = new HashSet<>();
        for (RecordKey key : neighbours.keySet()) {
            if (!done.contains(key)) {
                SortedSet<RecordKey> members = reachable(key, neighbours);
                done.addAll(members);
                Component component = new Component(
                        records.stream()
                                .filter(record -> members.contains(record.key()))
                                .toList(),
                        links.stream()
                                .filter(link -> members.contains(link.pair().smaller()))
                                .toList());
                parts.addAll(Clustering.cluster(component, standing, Guards.of(resolver.settings(), resolver.model()))
                        .parts());
            }
        }
        parts.sort((a, b) -> a.first().compareTo(b.first()));
        return parts;
    }

    private static boolean candidates(LiveRecord a, LiveRecord b) {
        for (int i = 0; i < a.standard().keys().size(); i++) {
            if (a.proposes(i)
                    && b.standard().keys().contains(a.standard().keys().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static SortedSet<RecordKey> reachable(RecordKey from, Map<RecordKey, Set<RecordKey>> neighbours) {
        SortedSet<RecordKey> found = new TreeSet<>();
        List<RecordKey> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            RecordKey next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(neighbours.get(next));
            }
        }
        return found;
    }
}
