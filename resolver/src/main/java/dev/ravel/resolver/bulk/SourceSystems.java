package dev.ravel.resolver.bulk;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The systems that versions come from, in ascending order of tenant and source, with what the ids of each have in common.
 * Immutable.
 */
final class SourceSystems {
    private static final int SIGN_BITS = 7;
    private static final int SIGNS = Long.SIZE / SIGN_BITS;

    /** Stands for all signs from this one on; what follows one of those is left out, so that the order is kept. */
    private static final char LAST_SIGN = (1 << SIGN_BITS) - 2;

    private final Map<Name, Integer> places = new HashMap<>();
    private final int[] commonSigns;

    private record Name(String tenant, String source) {
        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::tenant).thenComparing(Name::source);

        static Name of(RecordKey key) {
            return new Name(key.tenant(), key.source());
        }
    }

    private SourceSystems(Map<Name, String> starts) {
        commonSigns = new int[starts.size()];
        starts.entrySet().stream().sorted(Map.Entry.comparingByKey(Name.ORDER)).forEach(system -> {
            commonSigns[places.size()] = system.getValue().length();
            places.put(system.getKey(), places.size());
        });
    }

    /** The systems of these versions. */
    static SourceSystems of(SourceRecord[] versions) {
        Map<Name, String> starts = Cores.collect(
                versions.length,
                HashMap<Name, String>::new,
                (some, from, to, chunk) -> {
                    for (int i = from; i < to; i++) {
                        some.merge(Name.of(versions[i].key()), versions[i].key().id(), SourceSystems::commonStart);
                    }
                },
                (all, some) -> some.forEach((name, start) -> all.merge(name, start, SourceSystems::commonStart)));
        return new SourceSystems(starts);
    }

    private static String commonStart(String start, String id) {
        if (id.startsWith(start)) {
            return start;
        }
        int length = 0;
        while (length < id.length() && id.charAt(length) == start.charAt(length)) {
            length++;
        }
        return start.substring(0, length);
    }

    /** The place of a record's system among all, from 0, ascending by tenant and source. */
    int place(RecordKey key) {
        return Objects.requireNonNull(places.get(Name.of(key)), "a system of the versions");
    }

    /**
     * The first {@value #SIGNS} signs of an id after those that all ids of the system begin with, as a number: a record with
     * a smaller number has the smaller id.
     *
     * @param place the place of the record's system
     */
    long idStart(int place, RecordKey key) {
        String id = key.id();
        long number = 0;
        boolean isExact = true;
        for (int i = 0; i < SIGNS; i++) {
            int at = commonSigns[place] + i;
            int sign = 0;
            if (isExact && at < id.length()) {
                sign = Math.min(id.charAt(at), LAST_SIGN) + 1;
                isExact = id.charAt(at) < LAST_SIGN;
            }
            number = number << SIGN_BITS | sign;
        }
        return number;
    }
}
