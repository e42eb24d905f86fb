package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which identifier of now a value is that earlier standardisers, or another region, made another identifier of. Pure.
 *
 * <p>Of a value as received nothing is stored but in the record's contents, so the two are told by each other: the identifier
 * is what its standardised value gives when it is standardised again, if the record has that; or else the one identifier of
 * its kind that the record has new, if it is the one that the record has no more. Where a record changes several of a kind
 * and standardising again does not tell, nothing does.
 */
public final class Heirs {
    private Heirs() {}

    /**
     * The heir of an identifier that a record is stored with.
     *
     * @param former the identifier
     * @param stored all identifiers that the record is stored with
     * @param now the same version of the record as it is standardised now
     * @return empty if the record still has the identifier, or its heir cannot be told
     */
    public static Optional<SharedKey> of(
            SharedKey former, Collection<SharedKey> stored, StandardRecord now, Standardiser standardiser) {
        Set<SharedKey> ours = new TreeSet<>();
        for (Identifier identifier : now.identifiers()) {
            if (identifier.type() == former.identifierType()) {
                ours.add(identifier.key(former.tenant()));
            }
        }
        if (ours.contains(former)) {
            return Optional.empty();
        }
        Optional<SharedKey> again = of(former, standardiser).filter(ours::contains);
        if (again.isPresent()) {
            return again;
        }
        List<SharedKey> gone = new ArrayList<>();
        for (SharedKey key : stored) {
            if (key.identifierType() == former.identifierType() && !ours.remove(key)) {
                gone.add(key);
            }
        }
        return gone.size() == 1 && ours.size() == 1 ? ours.stream().findFirst() : Optional.empty();
    }

    /** What the standardised value of an identifier gives when it is standardised again; empty if that is nothing else. */
    public static Optional<SharedKey> of(SharedKey former, Standardiser standardiser) {
        List<Identifier> again = WrittenIdentifier.of(former.identifierType(), former.value(), scope(former))
                .standardise(standardiser);
        return again.size() == 1
                ? Optional.of(again.get(0).key(former.tenant())).filter(key -> !key.equals(former))
                : Optional.empty();
    }

    private static Optional<String> scope(SharedKey key) {
        return key.scope().isEmpty() ? Optional.empty() : Optional.of(key.scope());
    }
}
