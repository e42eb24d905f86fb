package dev.ravel.resolver.property;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.lineage.EditedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Events with one byte changed, one forgery for each component of an event that can have one. */
final class Forgery {
    private Forgery() {}

    static List<LineageEvent> oneByteOf(LineageEvent event, Random random) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("id", flip(event.id(), random));
        changes.put("version", event.version() + 1);
        changes.put("type", EventType.values()[(event.type().ordinal() + 1) % EventType.values().length]);
        changes.put("at", event.at().plusNanos(1000));
        changes.put("hash", flip(event.hash(), random));
        changes.put("cause", flip(event.cause(), random));
        changes.put("digest", flip(event.digest(), random));
        if (!event.previousHash().isEmpty()) {
            changes.put("previousHash", flip(event.previousHash(), random));
        }
        if (!event.before().isEmpty()) {
            changes.put("before", flip(event.before(), random));
        }
        if (!event.after().isEmpty()) {
            changes.put("after", flip(event.after(), random));
        }
        changes.put("membershipVersion", event.membershipVersion() + 1);
        if (!event.related().isEmpty()) {
            List<EntityId> related = new ArrayList<>(event.related());
            related.set(0, new EntityId(flip(related.get(0).value(), random)));
            changes.put("related", related);
        }
        List<LineageEvent> forged = new ArrayList<>();
        changes.forEach((component, value) -> forged.add(EditedEvent.of(event, component, value)));
        return forged;
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
