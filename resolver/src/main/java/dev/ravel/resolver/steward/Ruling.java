package dev.ravel.resolver.steward;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.StoredJudgement;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * What a proposal comes to.
 *
 * @param region the region concerned, locked
 * @param findings the judgements to make
 * @param superseded the standing judgements that fall
 * @param undoes the operation taken back, empty text if none is
 */
record Ruling(StoredRegion region, List<Finding> findings, List<StoredJudgement> superseded, String undoes) {

    /**
     * A judgement without its author.
     *
     * @param verdict what it says
     * @param groups of which records
     */
    record Finding(Verdict verdict, List<SortedSet<RecordKey>> groups) {
        /** One customer each. */
        static Finding same(SortedSet<RecordKey> group) {
            return new Finding(Verdict.SAME, List.of(group));
        }

        /** The same finding again, after the judgement that made it fell. */
        static Finding of(Judgement judgement) {
            return new Finding(judgement.verdict(), judgement.groups());
        }
    }

    /** The judgements that stand beside the new ones. */
    List<Judgement> remaining() {
        Collection<String> fallen =
                superseded.stream().map(stored -> stored.judgement().id()).toList();
        return region.standing().stream()
                .filter(judgement -> !fallen.contains(judgement.id()))
                .toList();
    }
}
