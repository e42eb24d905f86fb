package dev.ravel.resolver.survivorship;

import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Composes golden records. For each attribute the distinct values of all records are ranked: what most records say for
 * names, dates and documents; what was said last for phones, e-mails, addresses and the like. Ties are settled by the
 * trust in the source, then the newer record, then the smaller key. Values are shown as received by the best record that
 * has them, and each says which record that is and how many agree.
 */
public final class GoldenRecordComposer {
    /** The most values of one attribute that survive; a birth date or a gender has one. */
    public static final int MAX_VALUES = 10;

    private GoldenRecordComposer() {}

    /**
     * The golden record of an entity. Independent of the order of the members; O(values · log values).
     *
     * @param members the entity's records, each once
     */
    public static GoldenRecord compose(List<StandardRecord> members, ResolverSettings settings) {
        if (members.size() == 1) {
            return ofOne(members.get(0));
        }
        SortedMap<String, Map<String, Candidate>> candidates = new TreeMap<>();
        for (StandardRecord member : members) {
            collect(member, settings.trust(member.key().source()), candidates);
        }
        List<GoldenValue> values = new ArrayList<>();
        candidates.forEach((attribute, found) -> rank(attribute, found, values));
        return new GoldenRecord(values);
    }

    /** The golden record of one record: its own values in their order. */
    private static GoldenRecord ofOne(StandardRecord member) {
        ValueEquality equality = ValueEquality.of(member);
        List<GoldenValue> values = new ArrayList<>();
        member.source().attributes().forEach((attribute, raws) -> {
            String rule = SurvivorshipRule.of(attribute).text();
            Set<String> own = new HashSet<>();
            for (String raw : raws) {
                if (own.size() < limit(attribute) && (raws.size() == 1 || own.add(equality.key(raw)))) {
                    values.add(new GoldenValue(attribute, raw, member.key(), rule, 1));
                }
            }
        });
        return new GoldenRecord(values);
    }

    private static int limit(String attribute) {
        return SurvivorshipRule.isSingle(attribute) ? 1 : MAX_VALUES;
    }

    private static void collect(
            StandardRecord member, int trust, SortedMap<String, Map<String, Candidate>> candidates) {
        ValueEquality equality = ValueEquality.of(member);
        member.source().attributes().forEach((attribute, raws) -> {
            Map<String, Candidate> found = candidates.computeIfAbsent(attribute, name -> new LinkedHashMap<>(4));
            Set<String> own = raws.size() > 1 ? new HashSet<>() : Set.of();
            for (int position = 0; position < raws.size(); position++) {
                String key = equality.key(raws.get(position));
                if (raws.size() == 1 || own.add(key)) {
                    Candidate candidate =
                            new Candidate(raws.get(position), position, member.key(), trust, member.observedAt(), 1);
                    found.merge(key, candidate, Candidate::and);
                }
            }
        });
    }

    private static void rank(String attribute, Map<String, Candidate> found, List<GoldenValue> values) {
        SurvivorshipRule rule = SurvivorshipRule.of(attribute);
        List<Candidate> ranked = new ArrayList<>(found.values());
        if (ranked.size() > 1) {
            ranked.sort(rule.bestFirst());
        }
        for (Candidate best : ranked.subList(0, Math.min(limit(attribute), ranked.size()))) {
            values.add(new GoldenValue(attribute, best.value(), best.witness(), rule.text(), best.support()));
        }
    }
}
