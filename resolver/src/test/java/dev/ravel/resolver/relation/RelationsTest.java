package dev.ravel.resolver.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Resolver RESOLVER = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private static final String HOME = "浙江省杭州市西湖区文三路199号3幢2单元501室";

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void aHouseholdATabletAndAShopAtTheAddressAreRelatedAndNotOne() {
        stream(
                person("husband", "name", "王小明", "birthDate", "1980-03-04", "address", HOME, "phone", "13712340001"),
                person("wife", "name", "李芳", "birthDate", "1982-07-09", "address", HOME, "phone", "13712340001"),
                person("stranger", "name", "赵大力", "birthDate", "1991-11-21", "device", "tablet-7"),
                person("caller", "name", "孙丽丽", "birthDate", "1970-12-02", "phone", "13712340001"),
                organization("shop", "organizationName", "杭州小芳便利店", "address", HOME));
        stream(person(
                "husband",
                "name",
                "王小明",
                "birthDate",
                "1980-03-04",
                "address",
                HOME,
                "phone",
                "13712340001",
                "device",
                "tablet-7"));

        List<Relation> related = related("husband", 10);
        assertThat(related)
                .extracting(relation -> relation.entity().founder().id(), Relation::kind)
                .containsExactly(
                        tuple("wife", RelationKind.HOUSEHOLD),
                        tuple("shop", RelationKind.PREMISES),
                        tuple("stranger", RelationKind.DEVICE),
                        tuple("caller", RelationKind.PHONE));
        assertThat(related.get(0).by())
                .extracting(SharedKey::identifierType)
                .containsExactlyInAnyOrder(IdentifierType.ADDRESS, IdentifierType.PHONE);
        assertThat(related("husband", 2)).isEqualTo(related.subList(0, 2));
        assertThat(related("wife", 10))
                .as("both ways")
                .extracting(relation -> relation.entity().founder().id())
                .contains("husband");
    }

    @Test
    void aNumberOfCountlessRecordsRelatesNobody() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i <= Relations.MAX_CARRIERS; i++) {
            records.add(person("r" + i, "phone", "13700000007", "email", "someone" + i + "@example.com"));
        }
        stream(records.toArray(SourceRecord[]::new));
        assertThat(related("r0", 10)).isEmpty();
    }

    private List<Relation> related(String id, int limit) {
        Entity entity = store.entityOf(RecordKey.of("crm", id)).orElseThrow();
        List<SharedKey> keys = store.recordsOf(entity.records()).values().stream()
                .flatMap(record -> RESOLVER.standardiser().standardise(record.decode()).identifiers().stream())
                .map(identifier -> identifier.key(RecordKey.DEFAULT_TENANT))
                .distinct()
                .toList();
        List<KeyState> states = List.copyOf(store.keyStates(keys).values());
        return Relations.of(store, entity, states, limit);
    }

    private void stream(SourceRecord... records) {
        store.open(RESOLVER.digest());
        new StreamResolver(RESOLVER, store, Clock.fixed(NOW, ZoneOffset.UTC))
                .apply(
                        List.of(records).stream()
                                .map(record -> new Incoming(record, "load"))
                                .toList(),
                        List.of());
    }

    private static SourceRecord person(String id, String... attributes) {
        return record(id, RecordType.PERSON, attributes);
    }

    private static SourceRecord organization(String id, String... attributes) {
        return record(id, RecordType.ORGANIZATION, attributes);
    }

    private static SourceRecord record(String id, RecordType type, String... attributes) {
        Map<String, List<String>> values = new TreeMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put(attributes[i], List.of(attributes[i + 1]));
        }
        return SourceRecord.of(
                RecordKey.of("crm", id),
                type,
                Instant.parse("2026-03-01T08:00:00Z").plusSeconds(values.size()),
                values);
    }
}
