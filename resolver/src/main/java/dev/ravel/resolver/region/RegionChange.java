package dev.ravel.resolver.region;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.identity.EarlierMembers;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is new in a region before it is resolved again.
 *
 * @param records all records that are live in it from now on, each once
 * @param touched the records that have another content or other key states than stored, deleted ones included
 * @param restored those of the touched that are stored as deleted
 * @param neighbours the records outside the region to which scored pairs lead; more do no harm
 * @param scored the scored pairs of the touched records
 * @param standing the judgements that stand from now on and name any of the records
 * @param judged whether these are not the judgements that stood before
 * @param earlier what ids stood for before operations that are taken back by this
 * @param cause the load or the operation that brings the change
 */
public record RegionChange(
        List<LiveRecord> records,
        Set<RecordKey> touched,
        Set<RecordKey> restored,
        Collection<LiveRecord> neighbours,
        List<ScoredPair> scored,
        List<Judgement> standing,
        boolean judged,
        EarlierMembers earlier,
        String cause) {

    /** A change of nothing but judgements. */
    public static RegionChange ofJudgements(
            List<LiveRecord> records, List<Judgement> standing, EarlierMembers earlier, String operation) {
        return new RegionChange(records, Set.of(), Set.of(), List.of(), List.of(), standing, true, earlier, operation);
    }

    /** Whether one of two records is touched. */
    boolean touches(RecordKey a, RecordKey b) {
        return touched.contains(a) || touched.contains(b);
    }
}
