package dev.ravel.resolver.property;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Customers as systems see them, small and nasty: typos, family phones, a dummy phone that many enter, recycled numbers,
 * two people with one name, records that bridge two people, updates, deletions, records that come back, and versions that
 * are seen again unchanged. Many of the
 * values collide on purpose, so that keys cross their caps and guards trip.
 */
public final class CustomerGenerator {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DUMMY_PHONE = "13912345678";
    private static final List<String> SOURCES = List.of("crm", "pos", "shop", "wechat");
    private static final List<String> NAMES = List.of(
            "王小明",
            "王小红",
            "李伟",
            "李薇",
            "张秀英",
            "陈杰",
            "Anna Schmidt",
            "Ana Schmidt",
            "Peter Miller",
            "Peter Mueller",
            "赵敏",
            "欧阳娜娜");

    private final Random random;
    private final List<Person> people = new ArrayList<>();

    private record Person(String name, String phone, String email, String nationalId, String birthDate) {}

    /** Customers by seed. */
    public CustomerGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** All versions of the records of a few people, in order of record and time. */
    public List<SourceRecord> versions(int persons) {
        for (int i = 0; i < persons; i++) {
            people.add(person(i));
        }
        List<SourceRecord> versions = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            int records = 1 + random.nextInt(3);
            for (int r = 0; r < records; r++) {
                String source = SOURCES.get(random.nextInt(SOURCES.size()));
                addVersions(RecordKey.of(source, i + "-" + r), people.get(i), versions);
            }
        }
        return versions;
    }

    private Person person(int i) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        boolean family = i > 0 && random.nextInt(3) == 0;
        String phone =
                family ? people.get(i - 1).phone() : "138" + (10000000 + random.nextInt(12) * 1111111 % 90000000);
        return new Person(
                name,
                phone,
                "user" + random.nextInt(3 * (i + 2)) + "@example.com",
                random.nextInt(3) == 0 ? nationalId(random.nextInt(6)) : "",
                "19" + (60 + random.nextInt(4)) + "-0" + (1 + random.nextInt(3)) + "-1" + random.nextInt(2));
    }

    /** Valid Chinese identity numbers, told apart by their serial digits. */
    private static String nationalId(int serial) {
        String digits = "11010119900307" + (100 + serial * 7);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private void addVersions(RecordKey key, Person owner, List<SourceRecord> versions) {
        int count = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
        Instant observedAt = START.plusSeconds(random.nextInt(1000));
        Person person = owner;
        for (int v = 0; v < count; v++) {
            boolean deleted = v > 0 && random.nextInt(3) == 0;
            boolean recycled = random.nextInt(12) == 0;
            if (recycled) {
                person = people.get(random.nextInt(people.size()));
            }
            SourceRecord version = deleted ? SourceRecord.deletion(key, observedAt) : live(key, observedAt, person);
            versions.add(version);
            if (random.nextInt(4) == 0) {
                versions.add(seenAgain(version, observedAt.plusSeconds(random.nextInt(300))));
            }
            observedAt = observedAt.plusSeconds(random.nextInt(3) > 0 ? random.nextInt(4) : random.nextInt(300));
        }
    }

    private static SourceRecord seenAgain(SourceRecord version, Instant observedAt) {
        return new SourceRecord(
                version.key(), version.type(), observedAt, version.sequence(), version.deleted(), version.attributes());
    }

    private SourceRecord live(RecordKey key, Instant observedAt, Person person) {
        Map<String, List<String>> attributes = new TreeMap<>();
        attributes.put(AttributeName.NAME, List.of(random.nextInt(6) == 0 ? typo(person.name()) : person.name()));
        if (random.nextInt(4) > 0) {
            List<String> phones = new ArrayList<>(List.of(person.phone()));
            if (random.nextInt(5) == 0) {
                phones.add(DUMMY_PHONE);
            }
            if (random.nextInt(10) == 0) {
                phones.add(people.get(random.nextInt(people.size())).phone());
            }
            attributes.put(AttributeName.PHONE, phones);
        }
        if (random.nextInt(3) > 0) {
            Person owner = random.nextInt(10) == 0 ? people.get(random.nextInt(people.size())) : person;
            attributes.put(AttributeName.EMAIL, List.of(owner.email()));
        }
        if (!person.nationalId().isEmpty() && random.nextInt(2) == 0) {
            attributes.put(AttributeName.NATIONAL_ID, List.of(person.nationalId()));
        }
        if (random.nextInt(2) == 0) {
            attributes.put(AttributeName.BIRTH_DATE, List.of(person.birthDate()));
        }
        if (person.birthDate().hashCode() % 3 == 0) {
            int northward = 1000 + key.id().hashCode() % 400;
            attributes.put(AttributeName.LOCATION, List.of("31.23" + northward + ",121.4737"));
        }
        return SourceRecord.of(key, RecordType.PERSON, observedAt, attributes);
    }

    private String typo(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at)
                + name.substring(Math.min(name.length(), at + 1))
                + (name.length() == 1 ? "x" : "");
    }
}
