package dev.ravel.resolver.scoring;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records and models drawn at random, for what must hold whatever records say and models weigh. */
final class DrawnRecords {
    private static final Standardiser STANDARDISER = new Standardiser(ResolverSettings.defaults());

    /** Few values of each attribute, near each other, so that every level of every comparison comes up. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry(
                    AttributeName.NAME,
                    List.of(
                            "王小明",
                            "王晓明",
                            "王大明",
                            "明王",
                            "李娜",
                            "Wang Xiaoming",
                            "Robert Knuth",
                            "Bob Knuth",
                            "Knuth, Robert",
                            "R Knuth",
                            "Robert Knuth Jr",
                            "Robert Knuth Sr",
                            "Ludwig van Beethoven",
                            "Jose Lopez",
                            "Joyce Lopez",
                            "Anna Maria Huber",
                            "艾力·买买提",
                            "艾力买买提")),
            Map.entry(
                    AttributeName.BIRTH_DATE,
                    List.of("1990-01-02", "1990-02-01", "1990-01-03", "1971-12-30", "1990", "1990-01", "1909-10-20")),
            Map.entry(AttributeName.GENDER, List.of("男", "女")),
            Map.entry(
                    AttributeName.PHONE,
                    List.of(
                            "13812340001",
                            "13812340010",
                            "13812340002",
                            "138****0001",
                            "13812340001转0042",
                            "13912345678",
                            "+1 650 253 0000",
                            "+1 650 253 000",
                            "0755-86013388",
                            "86013388",
                            "e094f50d15ea42da5df1a54894decd5d",
                            "4008123123")),
            Map.entry(
                    AttributeName.EMAIL,
                    List.of(
                            "bob.knuth@x.com",
                            "bob.knut@x.com",
                            "bob.knuth@y.com",
                            "info@x.com",
                            "jose.lopez@acme.com",
                            "joyce.lopez@acme.com",
                            "wang1990@qq.com")),
            Map.entry(
                    AttributeName.ADDRESS,
                    List.of("上海市浦东新区张江路12号", "浦东新区张江路12号", "上海市浦东新区张江路14号", "1304 Poppy Hills Dr 94041")),
            Map.entry(AttributeName.RECIPIENT_PHONE, List.of("13812340001", "13912345678")),
            Map.entry(AttributeName.CONTACT_PHONE, List.of("13812340001", "4008123123")),
            Map.entry(AttributeName.CITY, List.of("上海", "Berlin", "Berlim")),
            Map.entry(
                    AttributeName.LOCATION,
                    List.of(
                            "31.2304,121.4737",
                            "31.2305,121.4738",
                            "31.2320,121.4737",
                            "31.2404,121.4737",
                            "22.5,113.912")),
            Map.entry(AttributeName.POSTCODE, List.of("200120", "94041")),
            Map.entry(AttributeName.EMPLOYER, List.of("华为技术有限公司", "华为", "Acme Ltd", "Acme Holding Ltd")),
            Map.entry(AttributeName.DEVICE, List.of("dev-1", "dev-2")),
            Map.entry(
                    AttributeName.NATIONAL_ID,
                    List.of(
                            "110105194912310021",
                            "11010519491231002X",
                            "1101051949*****21",
                            "US/12345670",
                            "12345670",
                            "5670")),
            Map.entry(AttributeName.PASSPORT, List.of("E12345678", "E12345679")),
            Map.entry(AttributeName.DRIVERS_LICENCE, List.of("D1234567", "D1234568")),
            Map.entry(AttributeName.TAX_ID, List.of("91350100M000100Y43", "91350100M000100Y44")),
            Map.entry(AttributeName.BUSINESS_LICENCE, List.of("91350100M000100Y43", "91310000MA1FL1TT6X")),
            Map.entry(AttributeName.ACCOUNT, List.of("wx:1", "wx:2")),
            Map.entry(AttributeName.LOYALTY_CARD, List.of("L-100001", "L-100002")),
            Map.entry(AttributeName.WEBSITE, List.of("https://x.com", "https://y.com")),
            Map.entry(AttributeName.ORIGIN, List.of("London", "Chelsea, London", "Londn", "York", "CN", "Germany")),
            Map.entry(AttributeName.OCCUPATION, List.of("painter", "paintr", "judge")),
            Map.entry(AttributeName.ORGANIZATION_NAME, List.of("Acme Ltd", "Acme Holding Ltd", "Zenith GmbH")));

    private DrawnRecords() {}

    /**
     * Records of any type with any attributes at any time, of which one in five has keys that are no evidence.
     *
     * @param count how many
     */
    static LiveRecord[] records(int count, Random random) {
        LiveRecord[] records = new LiveRecord[count];
        for (int i = 0; i < count; i++) {
            Map<String, List<String>> attributes = new HashMap<>();
            int share = 1 + random.nextInt(4);
            VALUES.forEach((attribute, values) -> {
                if (random.nextInt(6) < share) {
                    attributes.put(attribute, drawn(values, random));
                }
            });
            RecordType type = RecordType.values()[random.nextInt(RecordType.values().length)];
            Instant observedAt = Instant.EPOCH.plus(Duration.ofDays(random.nextInt(4_000)));
            SourceRecord source = SourceRecord.of(RecordKey.of("s", "" + i), type, observedAt, attributes);
            boolean withoutEvidence = random.nextInt(5) == 0;
            records[i] = LiveRecord.of(
                    STANDARDISER.standardise(source), key -> withoutEvidence && random.nextBoolean(), key -> false);
        }
        return records;
    }

    private static List<String> drawn(List<String> values, Random random) {
        List<String> drawn = new ArrayList<>();
        do {
            drawn.add(values.get(random.nextInt(values.size())));
        } while (random.nextInt(4) == 0);
        return drawn;
    }

    /** A model in which any level may speak for or against, and terms count. */
    static MatchModel anyModel(Random random) {
        double[][] m = new double[Comparison.values().length][];
        double[][] u = new double[m.length][];
        for (Comparison comparison : Comparison.values()) {
            int levels = comparison.levels().size();
            m[comparison.index()] = probabilities(levels, random);
            u[comparison.index()] = probabilities(levels, random);
        }
        return MatchModel.of(
                "any",
                "1",
                "drawn",
                new LevelParameters(m, u, 0.01),
                frequencies(random),
                MatchModel.shipped().blocking(),
                ModelOrigin.UNKNOWN);
    }

    /** Those of people's names as shipped, and any of the names of organisations and the cities that are drawn. */
    private static Map<Comparison, TermFrequencies> frequencies(Random random) {
        Map<Comparison, TermFrequencies> frequencies =
                new EnumMap<>(MatchModel.shipped().frequencies());
        frequencies.put(Comparison.ORGANIZATION_NAME, terms(random, "acme", "acme holding"));
        frequencies.put(Comparison.ADDRESS, terms(random, "上海", "berlin"));
        return frequencies;
    }

    private static TermFrequencies terms(Random random, String... terms) {
        SortedMap<String, Double> byTerm = new TreeMap<>();
        for (String term : terms) {
            byTerm.put(term, Math.exp(-6 * random.nextDouble() - 0.1));
        }
        return new TermFrequencies(byTerm, 1e-4);
    }

    private static double[] probabilities(int levels, Random random) {
        double[] probabilities = new double[levels + 1];
        for (int level = 1; level <= levels; level++) {
            probabilities[level] = Math.exp(-6 * random.nextDouble()) / levels;
        }
        return probabilities;
    }
}
