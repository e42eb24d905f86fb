package dev.ravel.resolver.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    private static final int PAIRS = 20_000;

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3,3", "ab,ba,2,1", "ca,abc,3,3", "'',abc,3,3", "abc,abc,0,0", "martha,marhta,2,1"})
    void knownDistances(String a, String b, int levenshtein, int alignment) {
        assertThat(EditDistance.levenshtein(a, b)).isEqualTo(levenshtein);
        assertThat(EditDistance.alignment(a, b)).isEqualTo(alignment);
    }

    @Test
    void levenshteinAgreesWithCommonsTextOnRandomPairs() {
        Random random = new Random(1);
        for (int i = 0; i < PAIRS; i++) {
            String a = RandomWords.word(random, 90);
            String b = random.nextBoolean() ? RandomWords.word(random, 90) : RandomWords.mistyped(random, a);
            assertThat(EditDistance.levenshtein(a, b))
                    .as("%s %s", a, b)
                    .isEqualTo(LevenshteinDistance.getDefaultInstance().apply(a, b));
        }
    }

    @Test
    void alignmentAgreesWithTheTextbookOnRandomPairs() {
        Random random = new Random(2);
        for (int i = 0; i < PAIRS; i++) {
            String a = RandomWords.word(random, 80);
            String b = random.nextBoolean() ? RandomWords.word(random, 80) : RandomWords.mistyped(random, a);
            assertThat(EditDistance.alignment(a, b)).as("%s %s", a, b).isEqualTo(textbook(a, b));
        }
    }

    private static int textbook(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
