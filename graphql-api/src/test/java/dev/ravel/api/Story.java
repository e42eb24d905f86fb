package dev.ravel.api;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small story with a fixed calendar: 王小明 is known to two systems; his wife 李芳 shares the family's phone;
 * 张伟 is three records of two men of one name who gave the same phone, and a steward will notice.
 */
public final class Story {
    public static final RecordKey XIAOMING_CRM = RecordKey.of("crm", "c-1");
    public static final RecordKey XIAOMING_SHOP = RecordKey.of("shop", "s-1");
    public static final RecordKey LI_FANG = RecordKey.of("loyalty", "l-5");
    public static final RecordKey ZHANG_CRM = RecordKey.of("crm", "c-7");
    public static final RecordKey ZHANG_SHOP = RecordKey.of("shop", "s-7");
    public static final RecordKey ZHANG_SERVICE = RecordKey.of("service", "v-7");

    /** When the records come in. */
    public static final Instant INGESTED = Instant.parse("2026-03-02T00:00:00Z");

    private static final Instant OBSERVED = Instant.parse("2026-03-01T08:00:00Z");

    private Story() {}

    /** A clock that stands still. */
    public static Clock at(Instant time) {
        return InstantSource.fixed(time).withZone(ZoneOffset.UTC);
    }

    /** Streams the records of the story into a store. */
    public static void tell(ResolutionStore store) {
        store.open(TestResolver.RESOLVER.digest());
        stream(store, INGESTED, records().toArray(SourceRecord[]::new));
    }

    /** Streams records into a store as one batch. */
    public static void stream(ResolutionStore store, Instant time, SourceRecord... records) {
        new StreamResolver(TestResolver.RESOLVER, store, at(time))
                .apply(
                        Stream.of(records)
                                .map(version -> new Incoming(version, "load-1"))
                                .toList(),
                        List.of());
    }

    static List<SourceRecord> records() {
        return List.of(
                person(
                        XIAOMING_CRM,
                        0,
                        "name",
                        "王小明",
                        "phone",
                        "138 0013 8001",
                        "email",
                        "XM@qq.com",
                        "birthDate",
                        "1990-01-02"),
                person(
                        XIAOMING_SHOP,
                        1,
                        "name",
                        "王小明",
                        "phone",
                        "+86 13800138001",
                        "email",
                        "xm@qq.com",
                        "device",
                        "dev-17"),
                person(LI_FANG, 2, "name", "李芳", "phone", "13800138001", "birthDate", "1993-05-06"),
                person(ZHANG_CRM, 3, "name", "张伟", "phone", "13761234589", "email", "zw@163.com"),
                person(ZHANG_SHOP, 4, "name", "张伟", "phone", "13761234589", "email", "zw@163.com"),
                person(ZHANG_SERVICE, 5, "name", "张伟", "phone", "13761234589", "email", "zw@163.com"));
    }

    /** A person as one system knows them: attribute names and values in turn. */
    public static SourceRecord person(RecordKey key, int minute, String... attributes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put(attributes[i], List.of(attributes[i + 1]));
        }
        return SourceRecord.of(key, RecordType.PERSON, OBSERVED.plusSeconds(60L * minute), values);
    }
}
