package dev.ravel.resolver.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The name comparators alone, on pairs of names of people and companies that were judged by hand: the match weight of two
 * records that hold nothing but a name. The threshold is the only thing chosen, on four fifths of the pairs; the last fifth
 * is judged by it, each fifth once.
 */
class NamePairsTest {
    private static final int FOLDS = 5;
    private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");

    /** The weight of a pair of names, and whether the two are one customer. */
    private record Scored(double weight, boolean match) {}

    @Test
    void namesAloneTellMostPairsApart() {
        List<Scored> pairs = pairs();
        int right = 0;
        int said = 0;
        int wanted = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Scored> chosenOn = new ArrayList<>();
            List<Scored> judged = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                (i % FOLDS == fold ? judged : chosenOn).add(pairs.get(i));
            }
            double threshold = bestThreshold(chosenOn);
            for (Scored pair : judged) {
                boolean match = pair.weight() >= threshold;
                right += match && pair.match() ? 1 : 0;
                said += match ? 1 : 0;
                wanted += pair.match() ? 1 : 0;
            }
        }
        double f1 = 2.0 * right / (said + wanted);
        System.out.printf("name_pairs: P %.4f R %.4f F1 %.4f%n", (double) right / said, (double) right / wanted, f1);

        assertThat(f1).isGreaterThanOrEqualTo(0.85);
    }

    /** The weight at and above which taking pairs for matches gives the best F1. */
    private static double bestThreshold(List<Scored> pairs) {
        double best = 0;
        double bestF1 = -1;
        TreeSet<Double> candidates = new TreeSet<>();
        pairs.forEach(pair -> candidates.add(pair.weight()));
        for (double threshold : candidates) {
            int right = 0;
            int said = 0;
            int wanted = 0;
            for (Scored pair : pairs) {
                boolean match = pair.weight() >= threshold;
                right += match && pair.match() ? 1 : 0;
                said += match ? 1 : 0;
                wanted += pair.match() ? 1 : 0;
            }
            double f1 = 2.0 * right / (said + wanted);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = threshold;
            }
        }
        return best;
    }

    private static List<Scored> pairs() {
        LabelledSets sets =
                LabelledSets.find().orElseGet(() -> Assumptions.abort("skipped: the folder shared/data is not here"));
        Resolver resolver = AccuracyTest.resolver("US");
        List<Scored> pairs = new ArrayList<>();
        for (NamedCsvRecord row : sets.namePairs()) {
            RecordType type = row.getField("schema").equals("Person") ? RecordType.PERSON : RecordType.ORGANIZATION;
            LiveRecord one = live(resolver, type, "1", row.getField("name1"));
            LiveRecord other = live(resolver, type, "2", row.getField("name2"));
            double weight = resolver.scorer().score(one, other, resolver.model());
            pairs.add(new Scored(weight, row.getField("match").equals("1")));
        }
        return pairs;
    }

    private static LiveRecord live(Resolver resolver, RecordType type, String id, String name) {
        SourceRecord record =
                SourceRecord.of(RecordKey.of("names", id), type, OBSERVED, Map.of(AttributeName.NAME, List.of(name)));
        return new LiveRecord(resolver.standardiser().standardise(record), 0, 0);
    }
}
