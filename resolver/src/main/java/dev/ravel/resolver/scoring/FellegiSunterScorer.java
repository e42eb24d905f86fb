package dev.ravel.resolver.scoring;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.ComparedValues;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.comparison.PersonNameComparator;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Fellegi and Sunter's score: the model's prior plus, for each comparison, the weight of the level that holds, and for
 * equal names and cities how frequent they are. This is where a match is decided: a weight of at least {@code matchWeight} is one.
 * Scoring allocates nothing.
 *
 * <p>Fellegi and Sunter, "A Theory for Record Linkage" (1969); term frequencies as in Linacre and others, "Splink" (2022).
 */
public final class FellegiSunterScorer implements PairScorer {
    /** The weight of two records of different known kinds, a person and an organisation: they never match. */
    public static final double INCOMPATIBLE = -1000;

    private static final String RECORD_TYPE = "recordType";
    private static final String DIFFERENT = "different";
    private static final Comparison[] COMPARISONS = Comparison.values();

    @Override
    public double score(LiveRecord a, LiveRecord b, MatchModel model) {
        if (!a.standard().type().compatibleWith(b.standard().type())) {
            return INCOMPATIBLE;
        }
        int names = RecordComparator.names(a, b);
        long pattern = RecordComparator.compare(a, b, names);
        double weight = model.prior();
        for (Comparison comparison : COMPARISONS) {
            int level = LevelPattern.level(pattern, comparison);
            if (level != 0) {
                weight += weight(a.standard().values(), b.standard().values(), comparison, level, names, model);
            }
        }
        return weight;
    }

    @Override
    public PairSieve sieve(LiveRecord[] records, MatchModel model, double least) {
        return new WeightBound(records, model, least);
    }

    @Override
    public Explanation explain(LiveRecord a, LiveRecord b, MatchModel model, String rule, String digest) {
        boolean inOrder = a.key().compareTo(b.key()) < 0;
        LiveRecord left = inOrder ? a : b;
        LiveRecord right = inOrder ? b : a;
        return new Explanation(
                RecordPair.of(a.key(), b.key()),
                score(left, right, model),
                model.prior(),
                levels(left, right, model),
                rule,
                digest);
    }

    @Override
    public void weigh(LiveRecord a, LiveRecord b, MatchModel model, LevelConsumer levels) {
        if (!a.standard().type().compatibleWith(b.standard().type())) {
            levels.accept(RECORD_TYPE, DIFFERENT, INCOMPATIBLE - model.prior());
            return;
        }
        int names = RecordComparator.names(a, b);
        long pattern = RecordComparator.compare(a, b, names);
        for (Comparison comparison : COMPARISONS) {
            int level = LevelPattern.level(pattern, comparison);
            if (level != 0) {
                levels.accept(
                        comparison.label(),
                        comparison.levels().get(level - 1),
                        weight(a.standard().values(), b.standard().values(), comparison, level, names, model));
            }
        }
    }

    private static List<LevelScore> levels(LiveRecord a, LiveRecord b, MatchModel model) {
        if (!a.standard().type().compatibleWith(b.standard().type())) {
            return List.of(new LevelScore(
                    RECORD_TYPE,
                    DIFFERENT,
                    INCOMPATIBLE - model.prior(),
                    a.standard().type().name(),
                    b.standard().type().name()));
        }
        int names = RecordComparator.names(a, b);
        long pattern = RecordComparator.compare(a, b, names);
        List<LevelScore> levels = new ArrayList<>();
        for (Comparison comparison : COMPARISONS) {
            int level = LevelPattern.level(pattern, comparison);
            if (level != 0) {
                levels.add(new LevelScore(
                        comparison.label(),
                        comparison.levels().get(level - 1),
                        weight(a.standard().values(), b.standard().values(), comparison, level, names, model),
                        ComparedValues.of(a, comparison, level, PersonNameComparator.left(names)),
                        ComparedValues.of(b, comparison, level, PersonNameComparator.right(names))));
            }
        }
        return levels;
    }

    /** What a level weighs, the adjustment for the term included; 0 for level 0. */
    static double weight(
            StandardValues a, StandardValues b, Comparison comparison, int level, int names, MatchModel model) {
        return model.weight(comparison, level) + TermAdjustment.of(a, b, comparison, level, names, model);
    }
}
