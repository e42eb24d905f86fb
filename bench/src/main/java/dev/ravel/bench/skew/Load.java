package dev.ravel.bench.skew;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Records with a name, a phone, an e-mail address and a device, spread evenly over people or heaped on one value. */
enum Load {
    /** Each person has their own values, on two records. */
    EVEN("even load") {
        @Override
        SourceRecord record(int number) {
            int person = number / 2;
            return record(number, person, phone(person), "device-" + person);
        }
    },
    /** All records share one phone, whoever it is about, as the number of a shop that signs up its customers. */
    ONE_PHONE("one phone on all records") {
        @Override
        SourceRecord record(int number) {
            return record(number, number / 2, phone(0), "device-" + number / 2);
        }
    },
    /** Every tenth record comes from one device, whoever it is about, as the tablet of a shop. */
    ONE_DEVICE("one device on a tenth of the records") {
        @Override
        SourceRecord record(int number) {
            int person = number / 2;
            return record(number, person, phone(person), person % 10 == 0 ? "device-0" : "device-" + person);
        }
    },
    /** Every twentieth record is of one person, whose entity grows to the size guard and over it. */
    ONE_ENTITY("one person on a twentieth of the records") {
        @Override
        SourceRecord record(int number) {
            int person = personOf(number);
            return record(number, person, phone(person), "device-" + person);
        }

        @Override
        int personOf(int number) {
            return number % 20 == 0 ? 0 : number / 2;
        }
    };

    private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LETTERS = 26;
    private static final int NAME_LETTERS = 7;

    private final String label;

    Load(String label) {
        this.label = label;
    }

    /** What the load is like. */
    String label() {
        return label;
    }

    /** The record of a number. */
    abstract SourceRecord record(int number);

    /** The person that it is about: two records each, unless said otherwise. */
    int personOf(int number) {
        return number / 2;
    }

    /** The records from one number to before another. */
    List<SourceRecord> records(int from, int to) {
        List<SourceRecord> records = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            records.add(record(number));
        }
        return records;
    }

    /** The person of each of the first records, by the text of its key. */
    Map<String, String> truth(int count) {
        Map<String, String> truth = new HashMap<>();
        for (int number = 0; number < count; number++) {
            truth.put(key(number).text(), "p" + personOf(number));
        }
        return truth;
    }

    SourceRecord record(int number, int person, String phone, String device) {
        Map<String, List<String>> attributes = Map.of(
                AttributeName.GIVEN_NAME, List.of(name(2L * person)),
                AttributeName.FAMILY_NAME, List.of(name(2L * person + 1)),
                AttributeName.PHONE, List.of(phone),
                AttributeName.EMAIL, List.of(name(2L * person) + person + "@mail.example.cn"),
                AttributeName.DEVICE, List.of(name() + device));
        return SourceRecord.of(key(number), RecordType.PERSON, OBSERVED, attributes);
    }

    /** Each load has phones of its own, so that loads do not meet in one graph. */
    String phone(int person) {
        return String.format(Locale.ROOT, "13%d%08d", ordinal() + 5, person);
    }

    private RecordKey key(int number) {
        return RecordKey.of(name().toLowerCase(Locale.ROOT).replace('_', '-'), "r" + number);
    }

    private String name(long seed) {
        SplittableRandom random = new SplittableRandom(seed * values().length + ordinal());
        StringBuilder name = new StringBuilder(NAME_LETTERS);
        for (int letter = 0; letter < NAME_LETTERS; letter++) {
            name.append((char) ('a' + random.nextInt(LETTERS)));
        }
        return name.toString();
    }
}
