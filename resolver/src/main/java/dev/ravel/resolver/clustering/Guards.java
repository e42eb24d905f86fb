package dev.ravel.resolver.clustering;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.settings.ResolverSettings;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a component must not be, whatever its links say. A person's SAME is above all of these.
 *
 * @param maxRecords a part has at most this many records
 * @param weakBelow a link that alone holds two groups of at least two records each together is cut if its weight is
 *     below this, log2
 * @param leadRequired a record that links to two sides in conflict joins the one whose links weigh more, if they weigh
 *     at least this much more, log2; a tie is never enough
 * @param exclusive the kinds of identifier of which a customer has one value
 */
public record Guards(int maxRecords, double weakBelow, double leadRequired, Set<IdentifierType> exclusive) {
    public Guards {
        if (maxRecords < 1) {
            throw new IllegalArgumentException("maxRecords must be at least 1: " + maxRecords);
        }
        exclusive = Set.copyOf(exclusive);
    }

    /** The guards that these settings ask for. */
    public static Guards of(ResolverSettings settings) {
        Set<IdentifierType> exclusive = EnumSet.noneOf(IdentifierType.class);
        settings.identifiers().forEach((type, treatment) -> {
            if (treatment.exclusive()) {
                exclusive.add(type);
            }
        });
        return new Guards(
                settings.maxEntityRecords(),
                settings.matchWeight() + settings.weakBridgeMargin(),
                settings.weakBridgeMargin(),
                exclusive);
    }
}
