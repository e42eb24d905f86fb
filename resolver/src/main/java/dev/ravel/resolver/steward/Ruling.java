package dev.ravel.resolver.steward;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a proposal comes to.
 *
 * @param region the region concerned, locked
 * @param findings the judgements to make
 * @param superseded the standing judgements that fall
 * @param taken the operations taken back, the one asked for first, then the later ones that stood in its way
 * @param answers the review items that are answered by it
 * @param cut the cut that the engine proposed, if it was asked for one
 * @param awaitsSecond whether it only proposes what a second steward has to confirm: the findings are UNSURE
 */
record Ruling(
        StoredRegion region,
        List<Finding> findings,
        List<StoredJudgement> superseded,
        List<StoredOperation> taken,
        List<String> answers,
        Optional<Cut> cut,
        boolean awaitsSecond) {

    /** Judgements to make and nothing to take back. */
    static Ruling of(StoredRegion region, List<Finding> findings) {
        return new Ruling(region, findings, List.of(), List.of(), List.of(), Optional.empty(), false);
    }

    /** A question about two records is answered. */
    static Ruling answering(StoredRegion region, Finding finding, List<StoredJudgement> superseded, String item) {
        return new Ruling(region, List.of(finding), superseded, List.of(), List.of(item), Optional.empty(), false);
    }

    /** A merge of these records is proposed to a second steward; it answers these review items. */
    static Ruling proposing(StoredRegion region, SortedSet<RecordKey> records, List<String> answers) {
        return new Ruling(
                region, List.of(Finding.unsure(records)), List.of(), List.of(), answers, Optional.empty(), true);
    }

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

        /** Looked at and not decided. */
        static Finding unsure(SortedSet<RecordKey> group) {
            return new Finding(Verdict.UNSURE, List.of(group));
        }

        /** Different customers. */
        static Finding notSame(List<SortedSet<RecordKey>> groups) {
            return new Finding(Verdict.NOT_SAME, groups);
        }

        /** The same finding again, after the judgement that made it fell. */
        static Finding of(Judgement judgement) {
            return new Finding(judgement.verdict(), judgement.groups());
        }
    }

    /** The ids of the operations taken back. */
    List<String> undoes() {
        return taken.stream().map(StoredOperation::id).toList();
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
