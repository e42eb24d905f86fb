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

/**
 * Settles an identifier by what a person rules of it, and resolves all that depends on it: it takes the way of the stream
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
     * Settles the identifier in a transaction. All carriers are re-scored in it.
     *
     * @param identifier the identifier, which the store knows
     * @param ruling what holds of it from now on
     * @param earlier what ids stood for before the operation that is taken back, if one is
     * @param cause the operation
     * @param now the time of the transaction, if the region's last event is not later
     * @param write collects what has to be written; nothing is written here
     */
    public SettledIdentifier settle(
            ResolutionTransaction transaction,
            SharedKey identifier,
            IdentifierRuling ruling,
            EarlierMembers earlier,
            String cause,
            Instant now,
            GraphChange.Builder write) {
        return new BatchTransaction(resolver, standards, regions, transaction)
                .settle(identifier, ruling, earlier, cause, now, write);
    }
}
