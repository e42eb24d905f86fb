package dev.ravel.resolver.steward;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A question of the review queue is answered.
 *
 * @param item the id of the review item
 * @param verdict the answer
 * @param actor who answers; empty for a preview
 */
record JudgeProposal(String item, Verdict verdict, Optional<String> actor) implements Proposal {
    @Override
    public String kind() {
        return "judge";
    }

    @Override
    public List<String> terms() {
        return List.of(item, verdict.name());
    }

    @Override
    public Ruling rule(ResolutionTransaction transaction, EntityReader reader) {
        RecordPair pair = open(reader).item().pair();
        StoredRegion region = EntityLocks.lock(transaction, List.of(pair.smaller(), pair.larger()));
        // Questions about these records open and close only under the lock: what was read before it is read again.
        open(reader);
        return new Ruling(region, List.of(finding(pair)), List.of(), List.of(), List.of(item), Optional.empty());
    }

    private StoredReviewItem open(EntityReader reader) {
        StoredReviewItem asked = reader.reviewItem(item)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no review item " + item));
        if (!asked.open()) {
            throw new ResolutionException(
                    ErrorCode.VERSION_CONFLICT,
                    "the review item " + item + " has been answered or has become moot: look at the queue again");
        }
        if (actor.isPresent()
                && !asked.claimedBy().isEmpty()
                && !asked.claimedBy().equals(actor.get())) {
            throw new ResolutionException(
                    ErrorCode.VERSION_CONFLICT,
                    "the review item " + item + " is being worked on by " + asked.claimedBy()
                            + ", who can hand it over");
        }
        return asked;
    }

    private Finding finding(RecordPair pair) {
        SortedSet<RecordKey> both = new TreeSet<>(List.of(pair.smaller(), pair.larger()));
        return switch (verdict) {
            case SAME -> Finding.same(both);
            case NOT_SAME ->
                Finding.notSame(List.of(new TreeSet<>(List.of(pair.smaller())), new TreeSet<>(List.of(pair.larger()))));
            case UNSURE -> new Finding(Verdict.UNSURE, List.of(both));
        };
    }
}
