package dev.ravel.resolver.bulk;

import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Resolves all records at once, in memory, on all cores. Gives the partition that streaming the same versions under
 * the same judgements gives.
 */
public final class BulkResolver {
    public BulkResolver(Resolver resolver, Clock clock) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Resolves versions given in any order; of several versions of one record the newest counts, and deleted records
     * do not take part.
     */
    public BulkResult resolve(List<SourceRecord> versions, Collection<Judgement> standing) {
        throw new UnsupportedOperationException("being built");
    }
}
