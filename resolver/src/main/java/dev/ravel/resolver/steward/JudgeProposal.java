package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param secondSteward which merges are only proposed
 */
record JudgeProposal(String item, Verdict verdict, Optional<String> actor, SecondSteward secondSteward)
        implements Proposal {
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
        ReviewItem asked = open(reader).item();
        if (asked.kind() == ReviewKind.SECOND_STEWARD) {
            return confirm(transaction, reader, asked.cause());
        }
        RecordPair pair = asked.pair().orElseThrow(() -> notOfRecords(asked));
        StoredRegion region = lock(transaction, reader, List.of(pair.smaller(), pair.larger()));
        SortedSet<RecordKey> both = new TreeSet<>(List.of(pair.smaller(), pair.larger()));
        List<Entity> joined = entities(region, both);
        if (verdict == Verdict.SAME && joined.size() > 1 && secondSteward.isNeeded(region, joined)) {
            return Ruling.proposing(region, both, List.of(item));
        }
        return Ruling.answering(
                region, finding(both, List.of(single(pair.smaller()), single(pair.larger()))), List.of(), item);
    }

    private static ResolutionException notOfRecords(ReviewItem asked) {
        return new ResolutionException(
                ErrorCode.INVALID_INPUT,
                "the review item " + asked.id() + " asks about "
                        + asked.identifier().orElseThrow()
                        + ": suppress or restore it again to confirm what was ruled, or the other way round, or undo it");
    }

    /** The second steward's answer to a merge that another one proposed. */
    private Ruling confirm(ResolutionTransaction transaction, EntityReader reader, String proposed) {
        String first = reader.operationById(proposed)
                .map(StoredOperation::actor)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no operation " + proposed));
        if (actor.filter(first::equals).isPresent()) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    first + " proposed this merge (operation " + proposed + "): another steward has to answer");
        }
        SortedSet<RecordKey> records =
                pending(transaction, proposed).judgement().records();
        StoredRegion region = lock(transaction, reader, records);
        List<SortedSet<RecordKey>> sides = new ArrayList<>();
        for (Entity entity : entities(region, records)) {
            SortedSet<RecordKey> side = new TreeSet<>(entity.records());
            side.retainAll(records);
            sides.add(side);
        }
        if (verdict == Verdict.NOT_SAME && sides.size() < 2) {
            throw new ResolutionException(
                    ErrorCode.VERSION_CONFLICT,
                    "the records of operation " + proposed + " are in one entity by now: split it, or answer UNSURE");
        }
        return Ruling.answering(region, finding(records, sides), List.of(pending(transaction, proposed)), item);
    }

    private static StoredJudgement pending(ResolutionTransaction transaction, String proposed) {
        return transaction.operation(proposed).stream()
                .filter(StoredJudgement::stands)
                .findFirst()
                .orElseThrow(() -> new ResolutionException(
                        ErrorCode.VERSION_CONFLICT, "the proposal " + proposed + " has been taken back"));
    }

    /** Questions about records open and close only under their lock: what was read before it is read again. */
    private StoredRegion lock(ResolutionTransaction transaction, EntityReader reader, Collection<RecordKey> records) {
        StoredRegion region = EntityLocks.lock(transaction, records);
        open(reader);
        return region;
    }

    private static List<Entity> entities(StoredRegion region, SortedSet<RecordKey> records) {
        return region.entities().values().stream()
                .filter(entity -> entity.records().stream().anyMatch(records::contains))
                .toList();
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

    private Finding finding(SortedSet<RecordKey> records, List<SortedSet<RecordKey>> sides) {
        return switch (verdict) {
            case SAME -> Finding.same(records);
            case NOT_SAME -> Finding.notSame(sides);
            case UNSURE -> Finding.unsure(records);
        };
    }

    private static SortedSet<RecordKey> single(RecordKey record) {
        return new TreeSet<>(List.of(record));
    }
}
