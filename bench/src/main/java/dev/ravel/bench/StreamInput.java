package dev.ravel.bench;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.GeneratedRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.RecordCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The input of the stream benchmark: generated people with exactly four identifiers a record (phone, e-mail, address,
 * device), one version each. What a generated record lacks is filled in with a value of its customer, so that both sides
 * of the comparison write the same elements.
 */
final class StreamInput {
    private static final List<String> IDENTIFIERS =
            List.of(AttributeName.PHONE, AttributeName.EMAIL, AttributeName.ADDRESS, AttributeName.DEVICE);

    private final List<SourceRecord> records = new ArrayList<>();
    private final Map<RecordKey, String> truth = new HashMap<>();

    private StreamInput() {}

    /** The first records of a seed. */
    static StreamInput generate(long seed, int size) {
        StreamInput input = new StreamInput();
        Set<RecordKey> met = new HashSet<>();
        // Deletions, repeated versions and outlets are passed over, so ask for more than is needed.
        Iterator<GeneratedRecord> all =
                CustomerGenerator.ofVersions(seed, size * 2L).stream().iterator();
        while (input.records.size() < size && all.hasNext()) {
            GeneratedRecord generated = all.next();
            SourceRecord version = generated.version();
            if (!version.deleted() && version.type() == RecordType.PERSON && met.add(version.key())) {
                input.records.add(withFourIdentifiers(version, generated.customer()));
                input.truth.put(version.key(), generated.customer());
            }
        }
        if (input.records.size() < size) {
            throw new IllegalStateException("the generator gave only " + input.records.size() + " people");
        }
        return input;
    }

    List<SourceRecord> records() {
        return records;
    }

    /** The customer that each record is about in truth. */
    Map<RecordKey, String> truth() {
        return truth;
    }

    /** What the yardstick writes of a record: the same content, its four values as keys, the true entity. */
    Yardstick.YardRecord forYardstick(SourceRecord record) {
        List<String> identifiers = new ArrayList<>(IDENTIFIERS.size());
        for (String attribute : IDENTIFIERS) {
            identifiers.add("main:" + attribute + ':' + record.values(attribute).get(0));
        }
        return new Yardstick.YardRecord(
                record.key().text(), RecordCodec.encode(record), identifiers, "E" + truth.get(record.key()));
    }

    private static SourceRecord withFourIdentifiers(SourceRecord version, String customer) {
        Map<String, List<String>> attributes = new HashMap<>(version.attributes());
        for (String attribute : IDENTIFIERS) {
            String first = attributes.containsKey(attribute)
                    ? version.values(attribute).get(0)
                    : ofCustomer(attribute, customer);
            attributes.put(attribute, List.of(first));
        }
        return SourceRecord.of(version.key(), version.type(), version.observedAt(), attributes);
    }

    private static String ofCustomer(String attribute, String customer) {
        int hash = customer.hashCode() & Integer.MAX_VALUE;
        return switch (attribute) {
            case AttributeName.PHONE -> String.format(Locale.ROOT, "139%08d", hash % 100_000_000);
            case AttributeName.EMAIL -> customer.toLowerCase(Locale.ROOT) + "@mail.example.cn";
            case AttributeName.ADDRESS -> "上海市浦东新区世纪大道" + (hash % 9_000 + 1) + "号" + (hash / 9_000 % 900 + 1) + "室";
            default -> "device-" + customer;
        };
    }
}
