package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.identity.EarlierMembers;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Settles identifiers by what a person rules of them, and resolves all that depends on them: it takes the way of the stream
 * when an identifier crosses its cap. Thread-safe.
 */
public final class IdentifierSettler {
    private final Resolver resolver;
    private final StandardRecords standards;
    private final RegionWriter regions;

    public IdentifierSettler(Resolver resolver, StandardRecords standards, RegionWriter regions) {
        this.resolver = resolver;
        this.standards = standards;
        this.regions = regions;
    }

    /**
     * Settles the identifiers in a transaction. All carriers are re-scored in it.
     *
     * @param rulings what holds of each from now on; more than one where a value was another identifier once
     * @param earlier what ids stood for before the operation that is taken back, if one is
     * @param cause the operation
     * @param now the time of the transaction, if the region's last event is not later
     * @param write collects what has to be written; nothing is written here
     */
    public SettledIdentifiers settle(
            ResolutionTransaction transaction,
            SortedMap<SharedKey, IdentifierRuling> rulings,
            EarlierMembers earlier,
            String cause,
            Instant now,
            GraphChange.Builder write) {
        return new BatchTransaction(resolver, standards, regions, transaction)
                .settle(rulings, earlier, cause, now, write);
    }
}
