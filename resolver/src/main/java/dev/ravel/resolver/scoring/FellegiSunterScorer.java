package dev.ravel.resolver.scoring;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.resolver.blocking.LiveRecord;
import java.util.ArrayList;
import java.util.List;

/** Fellegi and Sunter's score: the prior plus the weight of the level at which each comparison holds. */
public final class FellegiSunterScorer implements PairScorer {
    @Override
    public double score(LiveRecord a, LiveRecord b, MatchModel model) {
        if (!a.standard().type().compatibleWith(b.standard().type())) {
            return -1000;
        }
        double weight = model.prior();
        for (LevelScore level : levels(a, b)) {
            weight += level.weight();
        }
        return weight;
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
                levels(left, right),
                rule,
                digest);
    }

    private static List<LevelScore> levels(LiveRecord a, LiveRecord b) {
        List<LevelScore> levels = new ArrayList<>();
        String left = a.standard().nameKey();
        String right = b.standard().nameKey();
        levels.add(
                left.equals(right)
                        ? new LevelScore("name", "exact", 12, left, right)
                        : new LevelScore("name", "different", -8, left, right));
        for (int i = 0; i < a.standard().identifiers().size(); i++) {
            Identifier mine = a.standard().identifiers().get(i);
            int j = b.standard().keys().indexOf(a.standard().keys().get(i));
            if (j >= 0 && a.isEvidence(i)) {
                double weight = mine.role() == IdentifierRole.OWNER ? 20 : 8;
                levels.add(new LevelScore(mine.type().name(), "exact", weight, mine.value(), mine.value()));
            }
        }
        return levels;
    }
}
