package dev.ravel.bench.alloc;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.EditDistance;
import dev.ravel.resolver.comparison.JaroWinkler;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.scoring.PairSieve;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.train.PatternCounts;
import java.util.Arrays;
import java.util.Comparator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What is done once for each pair of records, or more often: score it, count its pattern, compare two words. Each call takes
 * the next of 4,096 pairs of generated records: each record with one of the next eight in the order of their first identifiers, so
 * that there are pairs of one customer, of one household and of strangers.
 */
@State(Scope.Thread)
public class HotLoops {
    private static final int PAIRS = 4096;
    private static final int NEAR = 8;
    private static final long SEED = 7;

    private final int[] left = new int[PAIRS];
    private final int[] right = new int[PAIRS];
    private final MatchModel model = MatchModel.shipped();
    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), model);
    private final PatternCounts counts = new PatternCounts();
    private LiveRecord[] records = new LiveRecord[0];
    private String[] words = new String[0];
    private PairSieve sieve = (a, b) -> true;
    private int next;

    /** Makes the pairs. */
    @Setup
    public void prepare() {
        records = CustomerGenerator.ofVersions(SEED, PAIRS).stream()
                .filter(generated -> !generated.version().deleted())
                .map(generated -> resolver.standardiser().standardise(generated.version()))
                .map(standard -> LiveRecord.of(standard, key -> false, key -> false))
                .sorted(Comparator.comparing(HotLoops::firstKey).thenComparing(LiveRecord::key))
                .toArray(LiveRecord[]::new);
        words = Arrays.stream(records).map(HotLoops::word).toArray(String[]::new);
        sieve = resolver.scorer().sieve(records, model, resolver.settings().reviewWeight());
        for (int i = 0; i < PAIRS; i++) {
            left[i] = i % records.length;
            right[i] = (i + 1 + i % NEAR) % records.length;
        }
    }

    private static String firstKey(LiveRecord record) {
        return record.standard().keys().isEmpty()
                ? ""
                : record.standard().keys().get(0).text();
    }

    private static String word(LiveRecord record) {
        return record.standard().values().people().stream()
                .flatMap(name -> name.given().stream())
                .map(NameToken::text)
                .findFirst()
                .orElse("nobody");
    }

    private int next() {
        next = (next + 1) % PAIRS;
        return next;
    }

    /** The match weight of a pair. */
    @Benchmark
    public double scorePair() {
        int pair = next();
        return resolver.scorer().score(records[left[pair]], records[right[pair]], model);
    }

    /** Whether a pair may reach the review threshold. */
    @Benchmark
    public boolean passOverPair() {
        int pair = next();
        return sieve.mayReach(left[pair], right[pair]);
    }

    /** The agreement pattern of a pair, counted as training does. */
    @Benchmark
    public void countPattern() {
        int pair = next();
        LiveRecord a = records[left[pair]];
        LiveRecord b = records[right[pair]];
        counts.add(RecordComparator.compare(a, b, RecordComparator.names(a, b)));
    }

    /** The Jaro-Winkler similarity of two names. */
    @Benchmark
    public double jaroWinkler() {
        int pair = next();
        return JaroWinkler.similarity(words[left[pair]], words[right[pair]]);
    }

    /** The Levenshtein distance of two names. */
    @Benchmark
    public int levenshtein() {
        int pair = next();
        return EditDistance.levenshtein(words[left[pair]], words[right[pair]]);
    }

    /** The optimal string alignment distance of two names. */
    @Benchmark
    public int alignment() {
        int pair = next();
        return EditDistance.alignment(words[left[pair]], words[right[pair]]);
    }
}
