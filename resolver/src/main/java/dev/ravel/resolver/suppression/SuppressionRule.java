package dev.ravel.resolver.suppression;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.settings.ResolverSettings;
import java.util.Set;

/**
 * When an identifier is no evidence: its value is generic by shape or by the shipped list, the configuration names it, or
 * live records of more than its kind's cap of distinct standardised names carry it. A function of live state without
 * memory. Names are counted, not records, so that one customer with sixty orders keeps their own phone.
 */
public final class SuppressionRule {
    private final ResolverSettings settings;
    private final Set<String> configured;

    private SuppressionRule(ResolverSettings settings) {
        this.settings = settings;
        this.configured = settings.suppressedValues();
    }

    /** The rule under these settings. */
    public static SuppressionRule of(ResolverSettings settings) {
        return new SuppressionRule(settings);
    }

    /**
     * Whether an identifier is never evidence, whoever carries it.
     *
     * @param key an identifier's key; blocks are never generic
     */
    public boolean isGeneric(SharedKey key) {
        return !key.isBlock()
                && (configured.contains(key.kind() + ':' + key.value())
                        || GenericValues.contains(key.identifierType(), key.value()));
    }

    /**
     * Whether an identifier is suppressed.
     *
     * @param key an identifier's key; blocks are never suppressed
     * @param distinctNames how many distinct {@code nameKey}s the live records have that carry it
     */
    public boolean isSuppressed(SharedKey key, int distinctNames) {
        return !key.isBlock() && (distinctNames > nameCap(key) || isGeneric(key));
    }

    /** The most distinct names that an identifier may have without being suppressed. */
    public int nameCap(SharedKey key) {
        return settings.identifier(key.identifierType()).nameCap();
    }
}
