package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What persons ruled of an identifier, said of the identifier that its value is now. The judgements of the former one stay as
 * they are; each is repeated for the heir, with its actor, reason, time and operation, standing or not, so that what was done
 * can be undone in the same order. Of several that stand then the last one made does, and has replaced the others.
 *
 * @param written the judgements of the heir that are new or replaced
 * @param ruling what holds of the heir now
 */
record CarriedRulings(List<StoredIdentifierJudgement> written, IdentifierRuling ruling) {
    private static final int MARK_DIGITS = 12;
    private static final Comparator<StoredIdentifierJudgement> BY_TIME =
            Comparator.<StoredIdentifierJudgement, Instant>comparing(
                            stored -> stored.judgement().at())
                    .thenComparing(stored -> stored.judgement().id());

    /**
     * Carries rulings over. Doing it again writes nothing.
     *
     * @param ofFormer all judgements of the former identifier
     * @param ofHeir all judgements of the heir
     */
    static CarriedRulings of(
            SharedKey heir, List<StoredIdentifierJudgement> ofFormer, List<StoredIdentifierJudgement> ofHeir) {
        Set<String> operations = new HashSet<>();
        ofHeir.forEach(stored -> operations.add(stored.judgement().operation()));
        List<StoredIdentifierJudgement> all = new ArrayList<>(ofHeir);
        for (StoredIdentifierJudgement stored : ofFormer) {
            if (!operations.contains(stored.judgement().operation())) {
                all.add(new StoredIdentifierJudgement(repeated(stored.judgement(), heir), stored.supersededBy()));
            }
        }
        Optional<StoredIdentifierJudgement> last =
                all.stream().filter(StoredIdentifierJudgement::stands).max(BY_TIME);
        List<StoredIdentifierJudgement> written = new ArrayList<>();
        for (StoredIdentifierJudgement stored : all) {
            StoredIdentifierJudgement now = stored.stands() && !last.equals(Optional.of(stored))
                    ? new StoredIdentifierJudgement(
                            stored.judgement(), last.orElseThrow().judgement().operation())
                    : stored;
            if (!ofHeir.contains(now)) {
                written.add(now);
            }
        }
        return new CarriedRulings(
                List.copyOf(written),
                last.map(stored -> stored.judgement().ruling()).orElse(IdentifierRuling.NONE));
    }

    private static IdentifierJudgement repeated(IdentifierJudgement judgement, SharedKey heir) {
        return new IdentifierJudgement(
                judgement.id() + '~' + mark(heir),
                judgement.operation(),
                heir,
                judgement.ruling(),
                judgement.actor(),
                judgement.reason(),
                judgement.at(),
                judgement.ticket(),
                judgement.reviewAt());
    }

    /** Tells the repetitions of one judgement apart. */
    private static String mark(SharedKey heir) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(heir.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, MARK_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
