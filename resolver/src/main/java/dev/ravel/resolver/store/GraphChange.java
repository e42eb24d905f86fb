package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.ReviewItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one transaction writes. Lists are written in the order of the components of this record: records before the
 * memberships that need them, entities before memberships.
 *
 * @param at recorded time of the transaction
 * @param records new newest versions
 * @param history versions that arrived late
 * @param seen versions equal to the live one
 * @param spans other spans of records that get no new newest version
 * @param keys the states of keys after the transaction: size, suppressed, over cap
 * @param masks records whose keys changed state
 * @param rekeyed records that have the keys of now in place of those of an earlier generation
 * @param carriedBefore what such records carried before, as it is standardised now
 * @param matchesRemoved pairs that are no longer kept
 * @param matches pairs to keep, new or replacing what is kept of the same pair
 * @param entities the states of changed entities after the transaction
 * @param memberships the changes of membership
 * @param events one per changed entity
 * @param reviewOpened questions to ask; asking an open or answered one again changes nothing but its weight
 * @param reviewClosed questions that are answered or have become moot
 * @param judgements new judgements
 * @param superseded ids of judgements that stop standing, taken back by {@code operation}
 * @param identifierJudgements new judgements of identifiers; the states of their keys have their rulings
 * @param identifierJudgementsSuperseded ids of judgements of identifiers that stop standing, taken back or replaced by
 *     {@code operation}
 * @param rulingsCarried judgements of identifiers that hold for another form of the value too, and judgements of that
 *     form that they replace: written as they are, whether there are such or not
 * @param operation what a person did, if a person did this
 * @param auditSample an audit sample that was drawn; its name is new
 * @param offsets how far inputs have been taken in; an offset never goes back
 */
public record GraphChange(
        Instant at,
        List<RecordWrite> records,
        List<HistoryWrite> history,
        List<SeenWrite> seen,
        List<SpansWrite> spans,
        List<KeyState> keys,
        List<MaskWrite> masks,
        List<RekeyWrite> rekeyed,
        List<CarriedBeforeWrite> carriedBefore,
        List<RecordPair> matchesRemoved,
        List<Match> matches,
        List<Entity> entities,
        List<MembershipWrite> memberships,
        List<LineageEvent> events,
        List<ReviewItem> reviewOpened,
        List<ReviewClosing> reviewClosed,
        List<Judgement> judgements,
        List<String> superseded,
        List<IdentifierJudgement> identifierJudgements,
        List<String> identifierJudgementsSuperseded,
        List<StoredIdentifierJudgement> rulingsCarried,
        Optional<StoredOperation> operation,
        Optional<AuditSample> auditSample,
        List<InputOffset> offsets) {

    /** Collects a change. */
    public static final class Builder {
        public final List<RecordWrite> records = new ArrayList<>();
        public final List<HistoryWrite> history = new ArrayList<>();
        public final List<SeenWrite> seen = new ArrayList<>();
        public final List<SpansWrite> spans = new ArrayList<>();
        public final List<KeyState> keys = new ArrayList<>();
        public final List<MaskWrite> masks = new ArrayList<>();
        public final List<RekeyWrite> rekeyed = new ArrayList<>();
        public final List<CarriedBeforeWrite> carriedBefore = new ArrayList<>();
        public final List<RecordPair> matchesRemoved = new ArrayList<>();
        public final List<Match> matches = new ArrayList<>();
        public final List<Entity> entities = new ArrayList<>();
        public final List<MembershipWrite> memberships = new ArrayList<>();
        public final List<LineageEvent> events = new ArrayList<>();
        public final List<ReviewItem> reviewOpened = new ArrayList<>();
        public final List<ReviewClosing> reviewClosed = new ArrayList<>();
        public final List<Judgement> judgements = new ArrayList<>();
        public final List<String> superseded = new ArrayList<>();
        public final List<IdentifierJudgement> identifierJudgements = new ArrayList<>();
        public final List<String> identifierJudgementsSuperseded = new ArrayList<>();
        public final List<StoredIdentifierJudgement> rulingsCarried = new ArrayList<>();
        public final List<InputOffset> offsets = new ArrayList<>();
        public Optional<StoredOperation> operation = Optional.empty();
        public Optional<AuditSample> auditSample = Optional.empty();

        /** The change, stamped with its recorded time. */
        public GraphChange build(Instant at) {
            return new GraphChange(
                    at,
                    List.copyOf(records),
                    List.copyOf(history),
                    List.copyOf(seen),
                    List.copyOf(spans),
                    List.copyOf(keys),
                    List.copyOf(masks),
                    List.copyOf(rekeyed),
                    List.copyOf(carriedBefore),
                    List.copyOf(matchesRemoved),
                    List.copyOf(matches),
                    List.copyOf(entities),
                    List.copyOf(memberships),
                    List.copyOf(events),
                    List.copyOf(reviewOpened),
                    List.copyOf(reviewClosed),
                    List.copyOf(judgements),
                    List.copyOf(superseded),
                    List.copyOf(identifierJudgements),
                    List.copyOf(identifierJudgementsSuperseded),
                    List.copyOf(rulingsCarried),
                    operation,
                    auditSample,
                    List.copyOf(offsets));
        }
    }
}
