package dev.ravel.resolver.clustering;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The records of a component with those that persons judged SAME taken together: no guard and no weight divides a unit.
 * Where a NOT_SAME stands against a SAME, the NOT_SAME wins: of a SAME group each record joins the first unit of the
 * group, in ascending order of record, that it may join.
 *
 * <p>Units are numbered by their smallest record, ascending.
 */
final class Units {
    private final List<LiveRecord> records;
    private final int[] unitOf;
    private final int[] sizes;
    private final List<List<Side>> sides;

    /**
     * A record or unit stands on one side of a NOT_SAME judgement.
     *
     * @param judgement the judgement's id
     * @param group the index of the group on whose side it stands
     */
    record Side(String judgement, int group) {}

    private Units(List<LiveRecord> records, int[] unitOf, int[] sizes, List<List<Side>> sides) {
        this.records = records;
        this.unitOf = unitOf;
        this.sizes = sizes;
        this.sides = sides;
    }

    /**
     * The units of a component.
     *
     * @param records ascending by key
     * @param index the position of each record in {@code records}
     * @param standing the standing judgements, ascending by id
     */
    static Units of(List<LiveRecord> records, Map<RecordKey, Integer> index, List<Judgement> standing) {
        int n = records.size();
        List<List<Side>> sidesOfSet = sidesOfRecords(n, index, standing);
        DisjointSets sets = new DisjointSets(n);
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                joinGroup(judgement.groups().get(0), index, sets, sidesOfSet);
            }
        }
        int[] numberOfRoot = new int[n];
        int[] unitOf = new int[n];
        int count = 0;
        List<List<Side>> sides = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int root = sets.find(i);
            if (root == i) {
                numberOfRoot[i] = count++;
                sides.add(sidesOfSet.get(i));
            }
            unitOf[i] = numberOfRoot[root];
        }
        int[] sizes = new int[count];
        for (int unit : unitOf) {
            sizes[unit]++;
        }
        return new Units(records, unitOf, sizes, sides);
    }

    int count() {
        return sizes.length;
    }

    List<LiveRecord> records() {
        return records;
    }

    /** The unit of the record at a position. */
    int unitOf(int recordIndex) {
        return unitOf[recordIndex];
    }

    /** How many records a unit has. */
    int size(int unit) {
        return sizes[unit];
    }

    /** The sides on which a unit stands, in no particular order. */
    List<Side> sides(int unit) {
        return sides.get(unit);
    }

    /** The smallest id of a judgement that has the two on different sides; empty text if there is none. */
    static String opposed(List<Side> ours, List<Side> theirs) {
        String found = "";
        for (Side our : ours) {
            for (Side their : theirs) {
                if (our.group() != their.group()
                        && our.judgement().equals(their.judgement())
                        && (found.isEmpty() || our.judgement().compareTo(found) < 0)) {
                    found = our.judgement();
                }
            }
        }
        return found;
    }

    private static List<List<Side>> sidesOfRecords(int n, Map<RecordKey, Integer> index, List<Judgement> standing) {
        List<List<Side>> sides = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            sides.add(List.of());
        }
        for (Judgement judgement : standing) {
            if (judgement.verdict() != Verdict.NOT_SAME) {
                continue;
            }
            for (int group = 0; group < judgement.groups().size(); group++) {
                for (RecordKey key : judgement.groups().get(group)) {
                    Integer i = index.get(key);
                    if (i != null) {
                        sides.set(i, both(sides.get(i), List.of(new Side(judgement.id(), group))));
                    }
                }
            }
        }
        return sides;
    }

    private static void joinGroup(
            SortedSet<RecordKey> group, Map<RecordKey, Integer> index, DisjointSets sets, List<List<Side>> sidesOfSet) {
        List<Integer> roots = new ArrayList<>();
        for (RecordKey key : group) {
            Integer i = index.get(key);
            if (i == null) {
                continue;
            }
            int joined = -1;
            for (int r = 0; r < roots.size() && joined < 0; r++) {
                int root = sets.find(roots.get(r));
                int own = sets.find(i);
                if (root == own) {
                    joined = r;
                } else if (opposed(sidesOfSet.get(root), sidesOfSet.get(own)).isEmpty()) {
                    List<Side> together = both(sidesOfSet.get(root), sidesOfSet.get(own));
                    sets.union(root, own);
                    sidesOfSet.set(sets.find(root), together);
                    joined = r;
                }
            }
            if (joined < 0) {
                roots.add(i);
            }
        }
    }

    private static List<Side> both(List<Side> some, List<Side> others) {
        if (others.isEmpty()) {
            return some;
        }
        List<Side> all = new ArrayList<>(some);
        for (Side side : others) {
            if (!all.contains(side)) {
                all.add(side);
            }
        }
        return all;
    }

    /** The position of each record of a sorted list. */
    static Map<RecordKey, Integer> index(List<LiveRecord> records) {
        Map<RecordKey, Integer> index = new HashMap<>(records.size() * 2);
        for (int i = 0; i < records.size(); i++) {
            index.put(records.get(i).key(), i);
        }
        return index;
    }
}
