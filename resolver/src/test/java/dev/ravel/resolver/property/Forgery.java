package dev.ravel.resolver.property;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Events with one byte changed, one forgery for each component of an event that can have one. */
final class Forgery {
    private Forgery() {}

    static List<LineageEvent> oneByteOf(LineageEvent event, Random random) {
        List<LineageEvent> forged = new ArrayList<>();
        forged.add(forge(event, flip(event.id(), random), event.version(), event.type(), event.at(), event.hash()));
        forged.add(forge(event, event.id(), event.version() + 1, event.type(), event.at(), event.hash()));
        forged.add(forge(
                event,
                event.id(),
                event.version(),
                EventType.values()[(event.type().ordinal() + 1) % EventType.values().length],
                event.at(),
                event.hash()));
        forged.add(forge(
                event, event.id(), event.version(), event.type(), event.at().plusNanos(1000), event.hash()));
        forged.add(forge(event, event.id(), event.version(), event.type(), event.at(), flip(event.hash(), random)));
        forged.add(texts(event, flip(event.cause(), random), event.digest(), event.previousHash()));
        forged.add(texts(event, event.cause(), flip(event.digest(), random), event.previousHash()));
        if (!event.previousHash().isEmpty()) {
            forged.add(texts(event, event.cause(), event.digest(), flip(event.previousHash(), random)));
        }
        if (!event.before().isEmpty()) {
            forged.add(members(event, flip(event.before(), random), event.after(), event.membershipVersion()));
        }
        if (!event.after().isEmpty()) {
            forged.add(members(event, event.before(), flip(event.after(), random), event.membershipVersion()));
        }
        forged.add(members(event, event.before(), event.after(), event.membershipVersion() + 1));
        if (!event.related().isEmpty()) {
            EntityId other = new EntityId(flip(event.related().get(0).value(), random));
            List<EntityId> related = new ArrayList<>(event.related());
            related.set(0, other);
            forged.add(new LineageEvent(
                    event.id(),
                    event.entity(),
                    event.version(),
                    event.membershipVersion(),
                    event.type(),
                    event.at(),
                    event.before(),
                    event.after(),
                    related,
                    event.cause(),
                    event.digest(),
                    event.previousHash(),
                    event.hash()));
        }
        return forged;
    }

    private static LineageEvent forge(
            LineageEvent event, String id, long version, EventType type, Instant at, String hash) {
        return new LineageEvent(
                id,
                event.entity(),
                version,
                event.membershipVersion(),
                type,
                at,
                event.before(),
                event.after(),
                event.related(),
                event.cause(),
                event.digest(),
                event.previousHash(),
                hash);
    }

    private static LineageEvent texts(LineageEvent event, String cause, String digest, String previousHash) {
        return new LineageEvent(
                event.id(),
                event.entity(),
                event.version(),
                event.membershipVersion(),
                event.type(),
                event.at(),
                event.before(),
                event.after(),
                event.related(),
                cause,
                digest,
                previousHash,
                event.hash());
    }

    private static LineageEvent members(
            LineageEvent event, SortedSet<RecordKey> before, SortedSet<RecordKey> after, long membershipVersion) {
        return new LineageEvent(
                event.id(),
                event.entity(),
                event.version(),
                membershipVersion,
                event.type(),
                event.at(),
                before,
                after,
                event.related(),
                event.cause(),
                event.digest(),
                event.previousHash(),
                event.hash());
    }

    private static SortedSet<RecordKey> flip(SortedSet<RecordKey> keys, Random random) {
        List<RecordKey> flipped = new ArrayList<>(keys);
        int at = random.nextInt(flipped.size());
        RecordKey key = flipped.get(at);
        flipped.set(at, new RecordKey(key.tenant(), key.source(), flip(key.id(), random)));
        return new TreeSet<>(flipped);
    }

    /** The text with the lowest bit of one of its characters flipped; a colon, which parts keys, is left alone. */
    private static String flip(String text, Random random) {
        StringBuilder flipped = new StringBuilder(text);
        int at = random.nextInt(text.length());
        while (text.charAt(at) == ':') {
            at = random.nextInt(text.length());
        }
        flipped.setCharAt(at, (char) (text.charAt(at) ^ 1));
        return flipped.toString();
    }
}
