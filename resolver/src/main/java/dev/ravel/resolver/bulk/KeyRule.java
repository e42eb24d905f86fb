package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.suppression.SuppressionRule;
import java.util.Map;

/**
 * When a shared key proposes no candidates, and when it is no evidence: from how many live records carry it and how many
 * distinct names these have. Immutable.
 */
public final class KeyRule {
    private final ResolverSettings settings;
    private final SuppressionRule suppression;
    private final Map<SharedKey, IdentifierRuling> rulings;

    /**
     * The rule under these settings.
     *
     * @param rulings what persons said of some identifiers; it goes before what the rule says
     */
    public KeyRule(ResolverSettings settings, Map<SharedKey, IdentifierRuling> rulings) {
        this.settings = settings;
        this.suppression = SuppressionRule.of(settings);
        this.rulings = Map.copyOf(rulings);
    }

    /** Whether a key that so many records carry has too many to propose candidates. */
    public boolean isOverCap(SharedKey key, int records) {
        return records > (key.isBlock() ? settings.blockCap() : settings.identifierCandidateCap());
    }

    /**
     * So many distinct names are enough to know: counting further ones changes nothing.
     *
     * @return 0 if names do not matter, because the key is a block or somebody has ruled on it
     */
    public int namesThatMatter(SharedKey key) {
        return key.isBlock() || ruling(key) != IdentifierRuling.NONE ? 0 : suppression.nameCap(key) + 1;
    }

    /**
     * Whether a key is no evidence.
     *
     * @param names how many distinct names its carriers have, or {@link #namesThatMatter} if there are more
     */
    public boolean isSuppressed(SharedKey key, int names) {
        IdentifierRuling ruling = ruling(key);
        return ruling == IdentifierRuling.NONE
                ? suppression.isSuppressed(key, names)
                : ruling == IdentifierRuling.SUPPRESSED;
    }

    /** What a person said of a key. */
    public IdentifierRuling ruling(SharedKey key) {
        return rulings.isEmpty() ? IdentifierRuling.NONE : rulings.getOrDefault(key, IdentifierRuling.NONE);
    }
}
