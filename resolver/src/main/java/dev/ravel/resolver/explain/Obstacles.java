package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects what keeps two records apart, the strongest first.
 *
 * @param settings the thresholds in force
 * @param reader the graph
 * @param left the record with the smaller key
 * @param right the record with the larger key
 * @param ours the records of the left one's entity
 * @param theirs the records of the right one's entity
 */
record Obstacles(
        ResolverSettings settings,
        EntityReader reader,
        LiveRecord left,
        LiveRecord right,
        SortedSet<RecordKey> ours,
        SortedSet<RecordKey> theirs) {

    List<WhyNotReason> of(PairExplanation explanation) {
        List<WhyNotReason> reasons = new ArrayList<>();
        addJudgements(reasons);
        addGuards(reasons);
        addValues(explanation, reasons);
        double weight = explanation.direct().weight();
        if (explanation.direct().rule().isEmpty()) {
            reasons.add(
                    WhyNotReason.of(
                            WhyNotKind.NOT_COMPARED,
                            "They share no identifier and no blocking key that brings records together, so they are not compared."));
        }
        if (weight < settings.matchWeight()) {
            reasons.add(WhyNotReason.of(
                    WhyNotKind.BELOW_THRESHOLD,
                    "Their weight of " + number(weight) + " is " + number(settings.matchWeight() - weight)
                            + " below the threshold of " + number(settings.matchWeight()) + "."));
            addDisagreements(explanation, reasons);
            addMissing(reasons);
        }
        return reasons;
    }

    private void addJudgements(List<WhyNotReason> reasons) {
        SortedSet<RecordKey> all = new TreeSet<>(ours);
        all.addAll(theirs);
        for (StoredJudgement stored : reader.judgementsOf(all)) {
            if (stored.stands() && setsApart(stored.judgement())) {
                Judgement judgement = stored.judgement();
                reasons.add(new WhyNotReason(
                        WhyNotKind.CANNOT_LINK,
                        judgement.actor() + " judged them different (" + judgement.reason() + ", " + judgement.at()
                                + ", operation " + judgement.operation() + ").",
                        Optional.of(stored),
                        Optional.empty(),
                        0));
            }
        }
    }

    /** Whether a judgement has a record of ours and one of theirs on different sides. */
    private boolean setsApart(Judgement judgement) {
        if (judgement.verdict() != Verdict.NOT_SAME) {
            return false;
        }
        List<SortedSet<RecordKey>> groups = judgement.groups();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < groups.size(); j++) {
                if (i != j
                        && !Collections.disjoint(groups.get(i), ours)
                        && !Collections.disjoint(groups.get(j), theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void addGuards(List<WhyNotReason> reasons) {
        for (Match match : reader.matchesOf(ours)) {
            RecordKey smaller = match.pair().smaller();
            RecordKey larger = match.pair().larger();
            boolean between = (ours.contains(smaller) && theirs.contains(larger))
                    || (ours.contains(larger) && theirs.contains(smaller));
            if (between && match.status() == MatchStatus.HELD) {
                reasons.add(WhyNotReason.of(
                        WhyNotKind.GUARD,
                        "The guard " + match.cause() + " holds the link of weight " + number(match.weight())
                                + " between " + match.pair() + " for a person to see."));
            }
        }
    }

    private void addValues(PairExplanation explanation, List<WhyNotReason> reasons) {
        Set<SharedKey> overCap = left.overCapKeys();
        for (SharedKey value : explanation.shared()) {
            if (explanation.suppressed().contains(value)) {
                reasons.add(new WhyNotReason(
                        WhyNotKind.SUPPRESSED_VALUE,
                        "They share " + value.kind() + ' ' + value.value() + ", which is no evidence: " + why(value)
                                + ".",
                        Optional.empty(),
                        Optional.of(value),
                        0));
            } else if (overCap.contains(value)) {
                reasons.add(new WhyNotReason(
                        WhyNotKind.TOO_COMMON_VALUE,
                        "They share " + value.kind() + ' ' + value.value()
                                + ", which so many carry that it brings nobody together.",
                        Optional.empty(),
                        Optional.of(value),
                        0));
            }
        }
    }

    private String why(SharedKey value) {
        return reader.judgementsOf(value).stream()
                .filter(StoredIdentifierJudgement::stands)
                .map(StoredIdentifierJudgement::judgement)
                .map(judgement -> judgement.actor() + " suppressed it (" + judgement.reason() + ", operation "
                        + judgement.operation() + ")")
                .findFirst()
                .orElse("it is generic, or too many names carry it");
    }

    private static void addDisagreements(PairExplanation explanation, List<WhyNotReason> reasons) {
        explanation.direct().levels().stream()
                .filter(level -> level.weight() < 0)
                .sorted(Comparator.comparingDouble(LevelScore::weight).thenComparing(LevelScore::comparison))
                .forEach(level -> reasons.add(new WhyNotReason(
                        WhyNotKind.DISAGREEMENT,
                        "Their " + level.comparison() + " speaks against it (" + level.level() + ", "
                                + number(level.weight()) + ").",
                        Optional.empty(),
                        Optional.empty(),
                        level.weight())));
    }

    private void addMissing(List<WhyNotReason> reasons) {
        Set<String> ofLeft = left.standard().source().attributes().keySet();
        Set<String> ofRight = right.standard().source().attributes().keySet();
        SortedSet<String> either = new TreeSet<>(ofLeft);
        either.addAll(ofRight);
        for (String attribute : either) {
            if (ofLeft.contains(attribute) != ofRight.contains(attribute)) {
                reasons.add(WhyNotReason.of(
                        WhyNotKind.MISSING_EVIDENCE,
                        "Only " + (ofLeft.contains(attribute) ? left : right).key() + " has " + attribute + "."));
            }
        }
    }

    private static String number(double weight) {
        return String.format(Locale.ROOT, "%.1f", weight);
    }
}
