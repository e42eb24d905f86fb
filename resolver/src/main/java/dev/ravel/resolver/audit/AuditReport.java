package dev.ravel.resolver.audit;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.Decision;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.AuditSample.Stratum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to an audit sample say of the graph at the time of the draw.
 *
 * <p>Precision is the share of true pairs among those that were merged without a person. Recall is relative to the pairs that
 * were weighed and reached the review threshold: of true pairs that no rule compared, or that weighed less, nothing is
 * known, so that the recall among all true pairs is at most this. Within a stratum those that were answered stand for the
 * others, so a sample should be answered whole.
 *
 * @param sample the sample
 * @param answered how many of its pairs were answered SAME or NOT_SAME
 * @param unsure how many were answered UNSURE
 * @param accuracy of all
 * @param byRule by the rule that made the pairs candidates; empty text for pairs that were merged through others only
 * @param bySource by source; a pair counts for the source of each of its two records
 * @param open the pairs that were not answered, ascending
 */
public record AuditReport(
        AuditSample sample,
        int answered,
        int unsure,
        EstimatedAccuracy accuracy,
        SortedMap<String, EstimatedAccuracy> byRule,
        SortedMap<String, EstimatedAccuracy> bySource,
        List<RecordPair> open) {
    public AuditReport {
        byRule = Collections.unmodifiableSortedMap(byRule);
        bySource = Collections.unmodifiableSortedMap(bySource);
        open = List.copyOf(open);
    }

    /**
     * Precision and recall.
     *
     * @param precision empty if no merged pair was answered
     * @param recall empty if no merged pair was answered, or no near miss though there are some, or no true pair is known
     */
    public record EstimatedAccuracy(Optional<Estimate> precision, Optional<Estimate> recall) {}

    /** An answered pair, which stands for {@code weight} pairs. */
    private record Answer(Stratum stratum, RecordPair pair, double weight, boolean same) {}

    /**
     * Reports.
     *
     * @param verdicts what the standing judgements say of the pairs of the sample; those that are not answered are absent
     */
    static AuditReport of(AuditSample sample, Map<RecordPair, Verdict> verdicts) {
        int[] answersOf = new int[sample.strata().size()];
        List<RecordPair> open = new ArrayList<>();
        List<DrawnPair> decided = new ArrayList<>();
        int unsure = 0;
        for (DrawnPair drawn : sample.pairs()) {
            @Nullable Verdict verdict = verdicts.get(drawn.pair());
            if (verdict == null) {
                open.add(drawn.pair());
            } else if (verdict == Verdict.UNSURE) {
                unsure++;
            } else {
                answersOf[drawn.stratum()]++;
                decided.add(drawn);
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (DrawnPair drawn : decided) {
            Stratum stratum = sample.strata().get(drawn.stratum());
            double weight = (double) stratum.population() / answersOf[drawn.stratum()];
            answers.add(new Answer(stratum, drawn.pair(), weight, verdicts.get(drawn.pair()) == Verdict.SAME));
        }
        Collections.sort(open);
        Set<String> missed = sample.strata().stream()
                .filter(stratum -> stratum.decision() == Decision.NEAR_MISS)
                .map(Stratum::rule)
                .collect(Collectors.toSet());
        return new AuditReport(
                sample,
                answers.size(),
                unsure,
                accuracy(answers, !missed.isEmpty()),
                by(answers, missed::contains, answer -> List.of(answer.stratum().rule())),
                by(answers, source -> !missed.isEmpty(), answer -> sources(answer.pair())),
                open);
    }

    private static Collection<String> sources(RecordPair pair) {
        String smaller = pair.smaller().source();
        String larger = pair.larger().source();
        return smaller.equals(larger) ? List.of(smaller) : List.of(smaller, larger);
    }

    private static SortedMap<String, EstimatedAccuracy> by(
            List<Answer> answers, Predicate<String> missed, Function<Answer, Collection<String>> domains) {
        SortedMap<String, List<Answer>> parts = new TreeMap<>();
        for (Answer answer : answers) {
            for (String domain : domains.apply(answer)) {
                parts.computeIfAbsent(domain, key -> new ArrayList<>()).add(answer);
            }
        }
        SortedMap<String, EstimatedAccuracy> by = new TreeMap<>();
        parts.forEach((domain, part) -> by.put(domain, accuracy(part, missed.test(domain))));
        return by;
    }

    /**
     * Precision and recall of answers.
     *
     * @param missed whether there may be near misses among the pairs that they stand for
     */
    private static EstimatedAccuracy accuracy(List<Answer> answers, boolean missed) {
        Optional<StratifiedShare> merges = share(answers, Decision.MERGE);
        Optional<StratifiedShare> misses = share(answers, Decision.NEAR_MISS);
        Optional<Estimate> recall =
                missed && misses.isEmpty() ? Optional.empty() : merges.flatMap(share -> Recall.of(share, misses));
        return new EstimatedAccuracy(merges.map(StratifiedShare::estimate), recall);
    }

    private static Optional<StratifiedShare> share(List<Answer> answers, Decision decision) {
        Map<Stratum, List<Answer>> cells = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (answer.stratum().decision() == decision) {
                cells.computeIfAbsent(answer.stratum(), key -> new ArrayList<>())
                        .add(answer);
            }
        }
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(StratifiedShare.of(
                        cells.values().stream().map(AuditReport::cell).toList()));
    }

    private static Cell cell(List<Answer> answers) {
        int same = (int) answers.stream().filter(Answer::same).count();
        return new Cell(answers.size() * answers.get(0).weight(), answers.size(), same);
    }
}
