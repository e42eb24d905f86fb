package dev.ravel.ingest.batch;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.transport.Packed;
import dev.ravel.resolver.transport.VersionCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** What a batch job finds: an entity, a match, or a question. */
sealed interface Outcome {
    MessageType<Outcome> TYPE = MessageType.of(Outcome.class, Outcome::write, Outcome::read);

    /** An entity that stands in no graph yet. */
    record Found(Entity entity) implements Outcome {}

    /** A pair worth keeping. */
    record Kept(Match match) implements Outcome {}

    /** A question about two records. */
    record Asked(ReviewItem question) implements Outcome {}

    static void write(Outcome outcome, DataOutput out) throws IOException {
        if (outcome instanceof Found found) {
            out.writeByte(0);
            writeEntity(found.entity, out);
        } else if (outcome instanceof Kept kept) {
            out.writeByte(1);
            writeMatch(kept.match, out);
        } else if (outcome instanceof Asked asked) {
            out.writeByte(2);
            Packed.writeText(asked.question.kind().name(), out);
            writePair(asked.question.pair().orElseThrow(), out);
            out.writeDouble(asked.question.weight());
            Packed.writeText(asked.question.cause(), out);
        }
    }

    static Outcome read(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Found(readEntity(in));
            case 1 -> new Kept(readMatch(in));
            default ->
                new Asked(ReviewItem.of(
                        ReviewKind.valueOf(Packed.readText(in)), readPair(in), in.readDouble(), Packed.readText(in)));
        };
    }

    private static void writeEntity(Entity entity, DataOutput out) throws IOException {
        Packed.writeText(entity.id().value(), out);
        Packed.writeText(entity.component(), out);
        VersionCodec.writeKey(entity.founder(), out);
        Packed.writeSigned(entity.createdAt().getEpochSecond(), out);
        Packed.writeNumber(entity.createdAt().getNano(), out);
        Packed.writeList(List.copyOf(entity.records()), out, VersionCodec::writeKey);
        Packed.writeList(entity.golden().values(), out, (value, to) -> {
            Packed.writeText(value.attribute(), to);
            Packed.writeText(value.value(), to);
            VersionCodec.writeKey(value.provenance(), to);
            Packed.writeText(value.rule(), to);
            Packed.writeNumber(value.support(), to);
        });
    }

    private static Entity readEntity(DataInput in) throws IOException {
        EntityId id = new EntityId(Packed.readText(in));
        String component = Packed.readText(in);
        RecordKey founder = VersionCodec.readKey(in);
        Instant at = Instant.ofEpochSecond(Packed.readSigned(in), Packed.readNumber(in));
        List<RecordKey> records = Packed.readList(in, VersionCodec::readKey);
        List<GoldenValue> golden = Packed.readList(
                in,
                from -> new GoldenValue(
                        Packed.readText(from),
                        Packed.readText(from),
                        VersionCodec.readKey(from),
                        Packed.readText(from),
                        Packed.readInt(from)));
        return new Entity(
                id,
                EntityState.ACTIVE,
                component,
                founder,
                at,
                1,
                1,
                at,
                "",
                new TreeSet<>(records),
                new GoldenRecord(golden),
                List.of());
    }

    private static void writeMatch(Match match, DataOutput out) throws IOException {
        writePair(match.pair(), out);
        out.writeDouble(match.weight());
        Packed.writeText(match.status().name(), out);
        Packed.writeText(match.evidence(), out);
        Packed.writeText(match.rule(), out);
        Packed.writeText(match.cause(), out);
    }

    private static Match readMatch(DataInput in) throws IOException {
        return new Match(
                readPair(in),
                in.readDouble(),
                MatchStatus.valueOf(Packed.readText(in)),
                Packed.readText(in),
                Packed.readText(in),
                Packed.readText(in));
    }

    private static void writePair(RecordPair pair, DataOutput out) throws IOException {
        VersionCodec.writeKey(pair.smaller(), out);
        VersionCodec.writeKey(pair.larger(), out);
    }

    private static RecordPair readPair(DataInput in) throws IOException {
        return new RecordPair(VersionCodec.readKey(in), VersionCodec.readKey(in));
    }
}
