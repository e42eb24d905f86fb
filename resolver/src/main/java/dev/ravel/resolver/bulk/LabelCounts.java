package dev.ravel.resolver.bulk;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.train.LabelledPairs;
import dev.ravel.resolver.train.PatternCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Counts the agreement patterns of pairs whose label is known. Independent of the order of records and of labels. */
final class LabelCounts {
    /** So many pairs of one customer are compared at most; of a customer with more, its first records by key. */
    private static final long MAX_PAIRS_OF_A_CUSTOMER = 1_000;

    /** One judgement speaks for so many pairs at most; else a split of one large entity would outweigh all other answers. */
    private static final int MAX_PAIRS_OF_A_JUDGEMENT = 100;

    private final PreparedRecords prepared;
    private final PatternCounts same = new PatternCounts();
    private final PatternCounts different = new PatternCounts();

    private LabelCounts(PreparedRecords prepared) {
        this.prepared = prepared;
    }

    /** The labelled pairs among these records. */
    static LabelledPairs of(Labels labels, PreparedRecords prepared) {
        LabelCounts counts = new LabelCounts(prepared);
        if (labels instanceof Labels.Truth truth) {
            double partners = counts.count(truth.entities());
            return new LabelledPairs(LabelledPairs.Kind.TRUTH, counts.same, counts.different, partners);
        }
        counts.count(((Labels.Judged) labels).judgements());
        return new LabelledPairs(LabelledPairs.Kind.JUDGED, counts.same, counts.different, 0);
    }

    /** Counts the true pairs; gives the mean number of partners of a record. */
    private double count(EntityAssignments truth) {
        SortedMap<String, List<LiveRecord>> customers = new TreeMap<>();
        List<RecordKey> keys = new ArrayList<>();
        for (LiveRecord record : prepared.records()) {
            keys.add(record.key());
        }
        Map<String, String> customerOf = truth.namedAsIn(EntityAssignments.ofRecords("the input", keys));
        for (LiveRecord record : prepared.records()) {
            String customer = customerOf.get(EntityAssignments.name(record.key()));
            if (customer != null) {
                customers.computeIfAbsent(customer, name -> new ArrayList<>()).add(record);
            }
        }
        double partners = 0;
        for (List<LiveRecord> customer : customers.values()) {
            partners += customer.size() * (customer.size() - 1.0);
            countAll(customer);
        }
        return customerOf.isEmpty() ? 0 : partners / customerOf.size();
    }

    private void countAll(List<LiveRecord> customer) {
        int pairs = 0;
        for (int larger = 1; larger < customer.size() && pairs < MAX_PAIRS_OF_A_CUSTOMER; larger++) {
            for (int smaller = 0; smaller < larger; smaller++) {
                count(customer.get(smaller), customer.get(larger), same);
                pairs++;
            }
        }
    }

    private void count(List<Judgement> judgements) {
        SortedMap<RecordPair, Verdict> verdicts = new TreeMap<>();
        judgements.forEach(judgement -> addVerdicts(judgement, verdicts));
        verdicts.forEach((pair, verdict) -> {
            int a = prepared.position(pair.smaller());
            int b = prepared.position(pair.larger());
            if (a >= 0 && b >= 0) {
                count(prepared.records()[a], prepared.records()[b], verdict == Verdict.SAME ? same : different);
            }
        });
    }

    private static void addVerdicts(Judgement judgement, SortedMap<RecordPair, Verdict> verdicts) {
        if (judgement.verdict() == Verdict.UNSURE) {
            return;
        }
        int pairs = 0;
        SortedSet<RecordKey> records = judgement.records();
        for (RecordKey larger : records) {
            for (RecordKey smaller : records.headSet(larger)) {
                RecordPair pair = new RecordPair(smaller, larger);
                if (judgement.on(pair).isPresent() && pairs++ < MAX_PAIRS_OF_A_JUDGEMENT) {
                    verdicts.put(pair, judgement.verdict());
                }
            }
            if (pairs >= MAX_PAIRS_OF_A_JUDGEMENT) {
                return;
            }
        }
    }

    private static void count(LiveRecord a, LiveRecord b, PatternCounts into) {
        if (a.standard().type().compatibleWith(b.standard().type())) {
            into.add(RecordComparator.compare(a, b, RecordComparator.names(a, b)));
        }
    }
}
