package dev.ravel.resolver.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Writes the lineage of all entities as a file that anybody can check without this program: {@code docs/audit-file.md} is
 * the published algorithm. JSON Lines in UTF-8: a header, the events of each entity in ascending order of entity and
 * version, the blocks of the graph's seal, and a seal of the file over the heads of all chains. Whoever keeps either seal
 * elsewhere notices any later change of the past, chains rewritten whole and entities left out included. Not thread-safe.
 */
public final class AuditFile {
    /** The format's name and version. */
    public static final String FORMAT = "ravel-audit-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Appendable out;
    private final EventHash heads = new EventHash();
    private long entities;
    private long events;
    private SealHead head = SealHead.NONE;

    /**
     * Begins a file.
     *
     * @param tenant the tenant whose entities follow
     * @param at when it is written
     */
    public AuditFile(Appendable out, String tenant, Instant at) throws IOException {
        this.out = out;
        line(JSON.createObjectNode().put("format", FORMAT).put("tenant", tenant).put("at", at.toString()));
    }

    /**
     * Adds an entity; entities come in ascending order of id.
     *
     * @param lastEventHash the head of its chain, as the entity itself has it
     * @param chain all of its events, ascending by version
     */
    public void add(EntityId entity, String lastEventHash, List<LineageEvent> chain) throws IOException {
        for (LineageEvent event : chain) {
            line(node(event));
        }
        heads.add(entity.value()).add(chain.size()).add(lastEventHash);
        entities++;
        events += chain.size();
    }

    /** Adds a block of the graph's seal, after all entities; blocks come in ascending order, from the first. */
    public void add(SealedBlock sealed) throws IOException {
        ObjectNode node = JSON.createObjectNode()
                .put("block", sealed.number())
                .put("previousHash", sealed.previousHash())
                .put("at", sealed.block().at().toString());
        ArrayNode names = node.putArray("events");
        sealed.block().events().forEach(event -> names.add(event.text()));
        line(node.put("merkleRoot", sealed.block().merkleRoot()).put("hash", sealed.hash()));
        head = sealed.head();
    }

    /**
     * Ends the file.
     *
     * @return the seal of the file, to be kept where whoever can write the graph cannot
     */
    public AuditSeal seal() throws IOException {
        AuditSeal seal = new AuditSeal(entities, events, head, heads.hex());
        ObjectNode last = JSON.createObjectNode();
        last.putObject("seal")
                .put("entities", entities)
                .put("events", events)
                .put("blocks", head.number())
                .put("head", head.hash())
                .put("sha256", seal.sha256());
        line(last);
        return seal;
    }

    private void line(ObjectNode node) throws IOException {
        try {
            out.append(JSON.writeValueAsString(node)).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written as JSON", e);
        }
    }

    private static ObjectNode node(LineageEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", event.id())
                .put("entity", event.entity().value())
                .put("version", event.version())
                .put("membershipVersion", event.membershipVersion())
                .put("type", event.type().name())
                .put("at", event.at().toString());
        records(node.putArray("before"), event.before());
        records(node.putArray("after"), event.after());
        ArrayNode related = node.putArray("related");
        event.related().forEach(id -> related.add(id.value()));
        return node.put("cause", event.cause())
                .put("digest", event.digest())
                .put("previousHash", event.previousHash())
                .put("hash", event.hash());
    }

    private static void records(ArrayNode array, Collection<RecordKey> records) {
        records.forEach(record -> array.add(record.text()));
    }
}
