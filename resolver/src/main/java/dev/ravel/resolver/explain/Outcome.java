package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What decided about two records, in one sentence.
 *
 * @param settings the thresholds in force
 * @param direct the score of the two
 * @param path the chain of matches between them, if they are one entity
 * @param kept what the graph keeps of the pair itself
 * @param judgements the judgements that name both
 */
record Outcome(
        ResolverSettings settings,
        Explanation direct,
        List<Match> path,
        Optional<Match> kept,
        List<StoredJudgement> judgements) {

    String sentence(boolean sameEntity) {
        return sameEntity ? together() : apart();
    }

    private String together() {
        Optional<String> decided = judged(Verdict.SAME);
        if (decided.isPresent()) {
            return "One customer, because " + decided.get() + ".";
        }
        if (path.size() == 1) {
            return "One customer: they match directly with weight "
                    + number(path.get(0).weight()) + ", at or above the threshold of " + number(settings.matchWeight())
                    + ".";
        }
        Match weakest = path.stream()
                .min(Comparator.comparingDouble(Match::weight).thenComparing(Match::pair))
                .orElse(null);
        return weakest == null
                ? "One customer; the matches that join them are being written."
                : "One customer through a chain of " + path.size() + " matches, of which the weakest has weight "
                        + number(weakest.weight()) + " (" + weakest.pair() + ").";
    }

    private String apart() {
        Optional<String> decided = judged(Verdict.NOT_SAME);
        if (decided.isPresent()) {
            return "Two customers, because " + decided.get() + ".";
        }
        if (kept.isPresent() && kept.get().status() == MatchStatus.BLOCKED) {
            return "Two customers: their weight of " + number(direct.weight()) + " would join them, but the judgement "
                    + kept.get().cause() + " keeps the two sides apart.";
        }
        if (kept.isPresent() && kept.get().status() == MatchStatus.HELD) {
            return "Two customers for now: their weight of " + number(direct.weight())
                    + " would join them, but the guard " + kept.get().cause() + " holds the link for a person to see.";
        }
        if (direct.rule().isEmpty()) {
            return "Two customers: they share no identifier or blocking key that brings records together, so they are"
                    + " not compared; their weight would be " + number(direct.weight()) + ".";
        }
        if (direct.weight() >= settings.matchWeight()) {
            return "Two customers for now: their weight of " + number(direct.weight())
                    + " would join them, but a guard or a judgement holds the two sides apart.";
        }
        if (direct.weight() >= settings.reviewWeight()) {
            return "Two customers for now: their weight of " + number(direct.weight()) + " is doubtful, below the"
                    + " threshold of " + number(settings.matchWeight()) + ": a person should look.";
        }
        return "Two customers: their weight of " + number(direct.weight()) + " is below the threshold of "
                + number(settings.matchWeight()) + ".";
    }

    private Optional<String> judged(Verdict verdict) {
        return judgements.stream()
                .filter(StoredJudgement::stands)
                .map(StoredJudgement::judgement)
                .filter(judgement -> judgement.verdict() == verdict)
                .filter(judgement -> verdict != Verdict.NOT_SAME || setsApart(judgement, direct.pair()))
                .findFirst()
                .map(judgement -> judgement.actor() + " judged so (" + judgement.reason() + ", " + judgement.at()
                        + ", judgement " + judgement.id() + ")");
    }

    private static boolean setsApart(Judgement judgement, RecordPair pair) {
        return judgement.groups().stream()
                .noneMatch(group -> group.contains(pair.smaller()) && group.contains(pair.larger()));
    }

    private static String number(double weight) {
        return String.format(Locale.ROOT, "%.1f", weight);
    }
}
