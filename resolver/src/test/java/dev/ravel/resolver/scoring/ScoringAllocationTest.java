package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.Dial;
import dev.ravel.generator.Dials;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.EditDistance;
import dev.ravel.resolver.comparison.JaroWinkler;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.lang.management.ManagementFactory;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** The hot loops allocate nothing: what they did would add up to gigabytes over millions of pairs. */
class ScoringAllocationTest {
    private static final int ROUNDS = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final LiveRecord[] RECORDS = records();
    private static final MatchModel MODEL = MatchModel.shipped();
    private static final FellegiSunterScorer SCORER = new FellegiSunterScorer();

    @Test
    void scoringAPair() {
        assertThat(bytesPerPair((a, b) -> (int) SCORER.score(RECORDS[a], RECORDS[b], MODEL)))
                .isZero();
    }

    @Test
    void comparingAPair() {
        assertThat(bytesPerPair((a, b) -> (int) RecordComparator.compareApart(
                        RECORDS[a], RECORDS[b], RecordComparator.names(RECORDS[a], RECORDS[b]))))
                .isZero();
    }

    @Test
    void passingOverAPair() {
        PairSieve sieve = SCORER.sieve(RECORDS, MODEL, 2);

        assertThat(bytesPerPair((a, b) -> sieve.mayReach(a, b) ? 1 : 0)).isZero();
    }

    @Test
    void comparingTwoWords() {
        String[] words = new String[RECORDS.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = RECORDS[i].standard().nameKey();
        }

        assertThat(bytesPerPair((a, b) -> (int) JaroWinkler.similarity(words[a], words[b])
                        + EditDistance.levenshtein(words[a], words[b])
                        + EditDistance.alignment(words[a], words[b])))
                .isZero();
    }

    @Test
    void whatIsAllocatedIsSeen() {
        Object[] kept = new Object[1];

        assertThat(bytesPerPair((a, b) -> {
                    kept[0] = new byte[a + b];
                    return 0;
                }))
                .isPositive();
    }

    /** After a warm-up, in which classes are loaded and code is compiled. */
    private static long bytesPerPair(IntBinaryOperator work) {
        sweep(work);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        long pairs = sweep(work);
        return (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / pairs;
    }

    /** Every record with each of the next ones, which are often of its customer or household. */
    private static long sweep(IntBinaryOperator work) {
        long sum = 0;
        for (int distance = 1; distance <= ROUNDS; distance++) {
            for (int i = distance; i < RECORDS.length; i++) {
                sum += work.applyAsInt(i - distance, i);
            }
        }
        assertThat(sum).isNotEqualTo(Long.MIN_VALUE);
        return (long) RECORDS.length * ROUNDS;
    }

    private static LiveRecord[] records() {
        Standardiser standardiser = new Standardiser(ResolverSettings.defaults());
        Dials dials =
                Dials.USUAL.with(Dial.LOCATIONS, 0.5).with(Dial.RECIPIENTS, 0.2).with(Dial.DOTTED_NAMES, 0.1);
        return CustomerGenerator.ofVersions(7, 3000).with(dials).stream()
                .filter(generated -> !generated.version().deleted())
                .sorted((a, b) -> a.customer().compareTo(b.customer()))
                .map(generated -> new LiveRecord(standardiser.standardise(generated.version()), 0, 0))
                .toArray(LiveRecord[]::new);
    }
}
