package dev.ravel.resolver.bulk;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.region.CandidatePairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well blocking does: what it costs to leave most pairs alone, and what that spares (Christen, "Data Matching", 2012).
 *
 * @param records live records
 * @param candidatePairs pairs that were scored
 * @param truePairs pairs of live records of one true customer
 * @param trueCandidates how many of them were among the candidate pairs
 */
public record BlockingQuality(int records, long candidatePairs, long truePairs, long trueCandidates) {
    /**
     * Looks at the pairs of one customer only; O(true pairs).
     *
     * @param truth the customer of each record; records without one are passed over
     * @param candidatePairs how many pairs were scored
     */
    public static BlockingQuality of(PreparedRecords prepared, Map<RecordKey, String> truth, long candidatePairs) {
        Map<String, List<Integer>> customers = new TreeMap<>();
        truth.forEach((record, customer) -> {
            int position = prepared.position(record);
            if (position >= 0) {
                customers.computeIfAbsent(customer, name -> new ArrayList<>()).add(position);
            }
        });
        long[] found = new long[2];
        customers.values().forEach(members -> {
            for (int i = 1; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    found[0]++;
                    found[1] += areCandidates(prepared, members.get(i), members.get(j)) ? 1 : 0;
                }
            }
        });
        return new BlockingQuality(prepared.records().length, candidatePairs, found[0], found[1]);
    }

    /** The share of true pairs that are candidates, 0 to 1: no matching afterwards can find the others by themselves. */
    public double completeness() {
        return truePairs == 0 ? 1 : trueCandidates / (double) truePairs;
    }

    /** The share of all pairs that were not looked at, 0 to 1. */
    public double reduction() {
        double all = records * (records - 1.0) / 2;
        return all == 0 ? 0 : 1 - candidatePairs / all;
    }

    private static boolean areCandidates(PreparedRecords prepared, int a, int b) {
        return !CandidatePairs.rule(prepared.records()[a], prepared.records()[b])
                .isEmpty();
    }
}
