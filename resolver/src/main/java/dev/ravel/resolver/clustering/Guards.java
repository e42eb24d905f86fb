package dev.ravel.resolver.clustering;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.MatchModel;
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
 * @param conclusive the comparisons in which a contradiction keeps two records apart that do not match in spite of it
 * @param duplicateFree the sources that have each customer once
 */
public record Guards(
        int maxRecords,
        double weakBelow,
        double leadRequired,
        Set<IdentifierType> exclusive,
        Set<Comparison> conclusive,
        Set<String> duplicateFree) {
    /** A contradiction is conclusive if the model weighs it no higher than this, log2: sixteen to one against. */
    private static final double CONCLUSIVE_WEIGHT = -4;

    public Guards {
        if (maxRecords < 1) {
            throw new IllegalArgumentException("maxRecords must be at least 1: " + maxRecords);
        }
        exclusive = Set.copyOf(exclusive);
        conclusive = Set.copyOf(conclusive);
        duplicateFree = Set.copyOf(duplicateFree);
    }

    /** The guards that these settings ask for, under this model. */
    public static Guards of(ResolverSettings settings, MatchModel model) {
        Set<Comparison> conclusive = EnumSet.noneOf(Comparison.class);
        for (Comparison comparison : Comparison.values()) {
            int level = comparison.contradiction();
            if (level != 0 && model.weight(comparison, level) <= CONCLUSIVE_WEIGHT) {
                conclusive.add(comparison);
            }
        }
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
                exclusive,
                conclusive,
                settings.duplicateFreeSources());
    }
}
