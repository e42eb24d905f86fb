package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.standardise.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Small pieces of a graph, built by hand: no scoring, no clustering, so that a store can be tested alone. */
final class GraphFixture {
    static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    static final String LOAD = "load-1";

    private GraphFixture() {}

    static Instant at(long seconds) {
        return T0.plusSeconds(seconds);
    }

    static RecordKey key(String id) {
        return RecordKey.of("crm", id);
    }

    static SortedSet<RecordKey> keys(String... ids) {
        TreeSet<RecordKey> keys = new TreeSet<>();
        Arrays.stream(ids).forEach(id -> keys.add(key(id)));
        return keys;
    }

    static EntityId entityId(String name) {
        return new EntityId("main:E" + name);
    }

    static SharedKey phone(String value) {
        return SharedKey.identifier(RecordKey.DEFAULT_TENANT, IdentifierType.PHONE, "", value);
    }

    static SharedKey block(String value) {
        return SharedKey.block(RecordKey.DEFAULT_TENANT, "name", value);
    }

    static SourceRecord person(String id, Instant observedAt, String name) {
        return SourceRecord.of(
                key(id),
                RecordType.PERSON,
                observedAt,
                Map.of(AttributeName.NAME, List.of(name), "note", List.of("b", "a")));
    }

    static RecordWrite newRecord(SourceRecord version, Set<SharedKey> attached) {
        return write(version, true, attached, Set.of(), Set.of(), Set.of());
    }

    static RecordWrite nextVersion(SourceRecord version, Set<SharedKey> attached, Set<SharedKey> detached) {
        return write(version, false, attached, detached, Set.of(), Set.of());
    }

    static RecordWrite write(
            SourceRecord version,
            boolean isNew,
            Set<SharedKey> attached,
            Set<SharedKey> detached,
            Set<SharedKey> suppressed,
            Set<SharedKey> overCap) {
        String nameKey = version.values(AttributeName.NAME).stream().findFirst().orElse("");
        List<Identifier> identifiers = attached.stream()
                .filter(shared -> !shared.isBlock())
                .map(shared -> new Identifier(
                        shared.identifierType(),
                        shared.scope(),
                        shared.value(),
                        "raw " + shared.value(),
                        IdentifierRole.OWNER))
                .toList();
        return new RecordWrite(
                version,
                VersionStamp.of(version),
                RecordCodec.encode(version),
                Spans.NONE,
                nameKey,
                LOAD,
                version.observedAt().plusSeconds(1),
                isNew,
                attached,
                detached,
                identifiers,
                suppressed,
                overCap);
    }

    static RecordWrite withSpans(RecordWrite write, Spans spans) {
        return new RecordWrite(
                write.version(),
                write.stamp(),
                write.content(),
                spans,
                write.nameKey(),
                write.loadId(),
                write.recordedAt(),
                write.isNew(),
                write.attached(),
                write.detached(),
                write.identifiers(),
                write.suppressed(),
                write.overCap());
    }

    static KeyState open(SharedKey key, int size) {
        return new KeyState(key, size, false, false);
    }

    static GoldenRecord golden(String attribute, String value, String provenance) {
        return new GoldenRecord(List.of(new GoldenValue(attribute, value, key(provenance), "most-recent", 1)));
    }

    static Entity active(EntityId id, String component, long version, GoldenRecord golden, String... members) {
        return new Entity(
                id,
                EntityState.ACTIVE,
                component,
                key(members[0]),
                T0,
                version,
                version,
                at(version),
                "hash-" + id + "-" + version,
                keys(members),
                golden,
                List.of());
    }

    static Entity retired(EntityId id, String founder, long version, EntityId... successors) {
        return new Entity(
                id,
                EntityState.RETIRED,
                "",
                key(founder),
                T0,
                version,
                version,
                at(version),
                "hash-" + id + "-" + version,
                new TreeSet<>(),
                GoldenRecord.EMPTY,
                List.of(successors));
    }

    static MembershipWrite join(String record, EntityId to) {
        return new MembershipWrite(key(record), Optional.empty(), Optional.of(to), T0);
    }

    static MembershipWrite move(String record, EntityId from, EntityId to) {
        return new MembershipWrite(key(record), Optional.of(from), Optional.of(to), at(10));
    }

    static MembershipWrite leave(String record, EntityId from) {
        return new MembershipWrite(key(record), Optional.of(from), Optional.empty(), at(10));
    }

    static LineageEvent event(
            EntityId entity, long version, EventType type, SortedSet<RecordKey> before, SortedSet<RecordKey> after) {
        return new LineageEvent(
                EventChain.idOf(entity, version, before, after),
                entity,
                version,
                version,
                type,
                at(version),
                before,
                after,
                List.of(entityId("other")),
                LOAD,
                "digest",
                version == 1 ? "" : "hash-" + entity + "-" + (version - 1),
                "hash-" + entity + "-" + version);
    }

    static Match match(String a, String b, double weight, MatchStatus status) {
        return new Match(RecordPair.of(key(a), key(b)), weight, status, "name=exact:5.1", "PHONE", "");
    }

    @SafeVarargs
    static Judgement judgement(String id, String operation, Verdict verdict, Instant at, Set<RecordKey>... groups) {
        List<SortedSet<RecordKey>> sorted = new ArrayList<>();
        for (Set<RecordKey> group : groups) {
            sorted.add(new TreeSet<>(group));
        }
        return new Judgement(
                id,
                operation,
                verdict,
                sorted,
                "li",
                "seen the papers",
                at,
                verdict == Verdict.NOT_SAME ? "CASE-7" : "",
                verdict == Verdict.NOT_SAME ? Optional.of(at.plus(Duration.ofDays(90))) : Optional.empty(),
                verdict == Verdict.NOT_SAME ? List.of("a ~ b 8.0 ACCEPTED", "another") : List.of());
    }

    static StoredOperation operation(String id, String kind, String idempotencyKey, String undoes) {
        return operation(id, kind, idempotencyKey, undoes, at(5));
    }

    static StoredOperation operation(String id, String kind, String idempotencyKey, String undoes, Instant at) {
        return new StoredOperation(
                id,
                kind,
                idempotencyKey,
                "fingerprint",
                "li",
                "seen the papers",
                at,
                List.of("main:Ea"),
                undoes,
                undoes.isEmpty() ? List.of() : List.of("later-2", "later-1"),
                undoes.isEmpty() ? phone("1").text() : "");
    }

    /** One live record with its own entity and its creation event. */
    static GraphChange.Builder single(String id, Set<SharedKey> carried, int... sizes) {
        GraphChange.Builder change = new GraphChange.Builder();
        addSingle(change, id, carried);
        int index = 0;
        for (SharedKey shared : new TreeSet<>(carried)) {
            change.keys.add(open(shared, index < sizes.length ? sizes[index] : 1));
            index++;
        }
        return change;
    }

    /** The same without the states of the keys. */
    static void addSingle(GraphChange.Builder change, String id, Set<SharedKey> carried) {
        EntityId entity = entityId(id);
        change.records.add(newRecord(person(id, T0, "name of " + id), carried));
        change.entities.add(active(entity, key(id).text(), 1, golden(AttributeName.NAME, "name of " + id, id), id));
        change.memberships.add(join(id, entity));
        change.events.add(event(entity, 1, EventType.CREATED, keys(), keys(id)));
    }
}
