package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to the entities of a tenant, in the one order of all events: by block of the seal, and within a block
 * as it was written. The versions of an entity ascend in it. Who applies it from the start, setting the records of each
 * event's entity to what the event has as {@code after}, has the table of all entities as of the last block. What was
 * written within about a second is not sealed yet, and not in it. Thread-safe; blocking.
 */
public final class ChangeFeed {
    private static final int BLOCKS = 50;

    private final EntityReader reader;

    public ChangeFeed(EntityReader reader) {
        this.reader = reader;
    }

    /**
     * What comes after a block, whole blocks, {@value #BLOCKS} at most; none if nothing more is sealed.
     *
     * @param block the number of the last block that is known already, 0 for the start
     * @throws ResolutionException with {@code BROKEN_INVARIANT} if the seal names an event that is not there
     */
    public List<FeedLine> after(long block) {
        List<SealedBlock> sealed = reader.blocks(block, BLOCKS);
        List<EventName> names =
                sealed.stream().flatMap(one -> one.block().events().stream()).toList();
        Map<EventName, LineageEvent> events = new HashMap<>();
        reader.events(names).forEach(event -> events.put(EventName.of(event), event));
        List<FeedLine> lines = new ArrayList<>(names.size());
        for (SealedBlock one : sealed) {
            List<EventName> own = one.block().events();
            for (int i = 0; i < own.size(); i++) {
                @Nullable LineageEvent event = events.get(own.get(i));
                if (event == null) {
                    throw new ResolutionException(
                            ErrorCode.BROKEN_INVARIANT,
                            "block " + one.number() + " of the seal names event " + own.get(i)
                                    + ", which is not there: see ravel verify");
                }
                lines.add(new FeedLine(one.number(), i, own.size(), event));
            }
        }
        return lines;
    }
}
