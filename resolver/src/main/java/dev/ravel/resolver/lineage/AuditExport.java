package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Writes the lineage in a store as an {@link AuditFile}, a page of entities at a time. What is written to the graph meanwhile
 * does not spoil the file: it has the blocks that were sealed when it began, all their events, and perhaps some later ones.
 */
public final class AuditExport {
    private static final int ENTITIES = 500;
    private static final int BLOCKS = 50;

    private final ResolutionStore store;
    private final String tenant;

    public AuditExport(ResolutionStore store, String tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    /**
     * Seals what waits, and writes the file.
     *
     * @param at when it is written
     * @param progress is told how many entities are in
     */
    public AuditSeal write(Appendable out, Instant at, LongConsumer progress) throws IOException {
        while (store.seal().isPresent()) {}
        long last = store.sealHead().number();
        AuditFile file = new AuditFile(out, tenant, at);
        long entities = 0;
        List<EntityId> ids = store.ids(Optional.empty(), ENTITIES);
        while (!ids.isEmpty()) {
            write(ids, file);
            entities += ids.size();
            progress.accept(entities);
            ids = store.ids(Optional.of(ids.get(ids.size() - 1)), ENTITIES);
        }
        long written = 0;
        while (written < last) {
            for (SealedBlock block : store.blocks(written, (int) Math.min(BLOCKS, last - written))) {
                file.add(block);
            }
            written += BLOCKS;
        }
        return file.seal();
    }

    private void write(List<EntityId> ids, AuditFile file) throws IOException {
        List<Entity> entities = store.entities(ids);
        Map<EntityId, List<LineageEvent>> chains = store.chains(ids);
        for (Entity entity : entities) {
            List<LineageEvent> until = chains.getOrDefault(entity.id(), List.of()).stream()
                    .filter(event -> event.version() <= entity.version())
                    .toList();
            file.add(entity.id(), entity.lastEventHash(), until);
        }
    }
}
