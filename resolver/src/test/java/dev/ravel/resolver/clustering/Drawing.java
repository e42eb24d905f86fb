package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.HeldLink;
import dev.ravel.model.cluster.Partition;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Components and partitions in text. Records have one-letter names; {@code a1} is a record a with the national id number
 * 1, {@code aP} a person, {@code aO} an organisation.
 *
 * <pre>
 * links       ab9.5 bc7     a and b are linked with weight 9.5, b and c with 7
 * judgements  =ac !ab/c ?bd a and c are the same; a and b are different from c; b and d are undecided
 * parts       abc/d         two entities
 * held        bc:WEAK_BRIDGE
 * </pre>
 */
final class Drawing {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());
    private static final List<String> NATIONAL_IDS =
            List.of("11010519491231002X", "440524188001010014", "110101199003070011");

    private Drawing() {}

    static RecordKey key(char name) {
        return RecordKey.of("crm", String.valueOf(name));
    }

    static LiveRecord record(String drawn) {
        RecordType type = RecordType.UNKNOWN;
        Map<String, List<String>> attributes = Map.of();
        if (drawn.length() > 1) {
            switch (drawn.charAt(1)) {
                case 'P' -> type = RecordType.PERSON;
                case 'O' -> type = RecordType.ORGANIZATION;
                default -> attributes = Map.of("nationalId", List.of(NATIONAL_IDS.get(drawn.charAt(1) - '1')));
            }
        }
        return new LiveRecord(
                STANDARDISER.standardise(SourceRecord.of(key(drawn.charAt(0)), type, T0, attributes)), 0, 0);
    }

    /** The records drawn, and undecorated ones for all others that links and judgements name. */
    static Component component(String records, String links) {
        SortedMap<Character, LiveRecord> all = new TreeMap<>();
        for (String drawn : words(links)) {
            all.put(drawn.charAt(0), record(drawn.substring(0, 1)));
            all.put(drawn.charAt(1), record(drawn.substring(1, 2)));
        }
        for (String drawn : words(records)) {
            all.put(drawn.charAt(0), record(drawn));
        }
        List<Link> read = new ArrayList<>();
        for (String drawn : words(links)) {
            RecordPair pair = RecordPair.of(key(drawn.charAt(0)), key(drawn.charAt(1)));
            read.add(new Link(pair, Double.parseDouble(drawn.substring(2))));
        }
        return new Component(List.copyOf(all.values()), read);
    }

    static List<Judgement> judgements(String drawn) {
        List<Judgement> judgements = new ArrayList<>();
        for (String word : words(drawn)) {
            Verdict verdict =
                    switch (word.charAt(0)) {
                        case '=' -> Verdict.SAME;
                        case '!' -> Verdict.NOT_SAME;
                        default -> Verdict.UNSURE;
                    };
            List<SortedSet<RecordKey>> groups = new ArrayList<>();
            for (String group : word.substring(1).split("/")) {
                SortedSet<RecordKey> keys = new TreeSet<>();
                group.chars().forEach(name -> keys.add(key((char) name)));
                groups.add(keys);
            }
            judgements.add(new Judgement(word, "operation", verdict, groups, "ann", "looked at both", T0));
        }
        return judgements;
    }

    static String parts(Partition partition) {
        return partition.parts().stream()
                .map(part -> part.stream().map(RecordKey::id).collect(Collectors.joining()))
                .collect(Collectors.joining("/"));
    }

    static String held(Partition partition) {
        return partition.held().stream().map(Drawing::held).collect(Collectors.joining(" "));
    }

    private static String held(HeldLink link) {
        return link.pair().smaller().id()
                + link.pair().larger().id()
                + ':'
                + link.guard()
                + (link.cause().isEmpty() ? "" : '(' + link.cause() + ')');
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
