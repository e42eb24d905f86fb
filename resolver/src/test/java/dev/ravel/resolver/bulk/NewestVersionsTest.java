package dev.ravel.resolver.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewestVersionsTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");

    /** Signs at and around the last one that ids are first sorted by, and far beyond it. */
    private static final String SIGNS = "019az}~é中\ud83d\ude00\uffff";

    static List<Integer> seeds() {
        return IntStream.range(0, 50).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLiveRecordsComeInTheOrderOfTheirKeys(int seed) {
        Random random = new Random(seed);
        TreeSet<RecordKey> keys = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            String source = "s" + random.nextInt(4);
            keys.add(new RecordKey("t" + random.nextInt(2), source, commonStart(source) + id(random)));
        }
        List<SourceRecord> versions = new ArrayList<>();
        for (RecordKey key : keys) {
            versions.add(version(key, 0));
            if (random.nextBoolean()) {
                versions.add(version(key, 1));
            }
        }
        Collections.shuffle(versions, random);

        NewestVersions newest = NewestVersions.of(versions, Map.of());
        assertThat(IntStream.range(0, newest.size()).mapToObj(newest::version).map(SourceRecord::key))
                .containsExactlyElementsOf(keys);
    }

    private static String commonStart(String source) {
        return source.equals("s0") ? "" : "customer-of-" + source + "-";
    }

    private static String id(Random random) {
        StringBuilder id = new StringBuilder("i");
        for (int length = random.nextInt(14); length > 0; length--) {
            id.append(random.nextInt(3) > 0 ? '5' : SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return id.toString();
    }

    private static SourceRecord version(RecordKey key, int minute) {
        return SourceRecord.of(key, RecordType.PERSON, T0.plusSeconds(minute * 60L), Map.of("name", List.of("Ann")));
    }
}
