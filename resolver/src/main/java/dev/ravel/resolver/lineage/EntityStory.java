package dev.ravel.resolver.lineage;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredOperation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells how an entity came to be what it is: its events in their order, each as a sentence that needs no knowledge of the
 * program. Thread-safe; blocking.
 */
public final class EntityStory {
    private final EntityReader reader;

    public EntityStory(EntityReader reader) {
        this.reader = reader;
    }

    /**
     * The story.
     *
     * @param afterVersion tells the events above this version, 0 for all
     * @param limit the most events
     */
    public List<StoryLine> tell(EntityId id, long afterVersion, int limit, StoryLanguage language) {
        Map<String, Optional<StoredOperation>> operations = new HashMap<>();
        return reader.events(id, afterVersion, limit).stream()
                .map(event -> new StoryLine(
                        event,
                        sentence(event, operations.computeIfAbsent(event.cause(), reader::operationById), language)))
                .toList();
    }

    private static String sentence(LineageEvent event, Optional<StoredOperation> operation, StoryLanguage language) {
        String why = operation
                .map(done -> language.byPerson(done.kind(), done.actor(), done.reason()))
                .orElseGet(() -> language.byLoad(event.cause()));
        List<String> joined = names(without(event.after(), event.before()));
        List<String> left = names(without(event.before(), event.after()));
        // The reason is a person's own words: it goes in last, so that nothing in it is taken for a gap.
        return language.sentence(event.type())
                .replace("{changes}", language.changes(joined, left))
                .replace("{records}", language.list(names(event.after())))
                .replace("{joined}", language.list(joined))
                .replace("{left}", language.list(left))
                .replace(
                        "{related}",
                        language.list(
                                event.related().stream().map(EntityId::value).toList()))
                .replace("{why}", why);
    }

    private static SortedSet<RecordKey> without(SortedSet<RecordKey> records, SortedSet<RecordKey> others) {
        SortedSet<RecordKey> rest = new TreeSet<>(records);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> names(Collection<RecordKey> records) {
        return records.stream()
                .map(record -> record.source() + ' ' + record.id())
                .toList();
    }
}
