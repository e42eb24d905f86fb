package dev.ravel.resolver.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
    @ParameterizedTest
    @CsvSource({
        "martha,marhta,0.961111",
        "dixon,dicksonx,0.813333",
        "dwayne,duane,0.84",
        "jellyfish,smellyfish,0.896296",
        "abc,xyz,0",
        "abc,abc,1",
        "'','',1",
        "a,'',0"
    })
    void goldenValues(String a, String b, double expected) {
        assertThat(JaroWinkler.similarity(a, b)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void halfTranspositionsAreFloored() {
        // three matching letters out of order, so one transposition and not one and a half
        assertThat(JaroWinkler.similarity("abcvwxyz", "cabvwxyz")).isCloseTo((1 + 1 + 7 / 8.0) / 3, within(1e-12));
    }

    @Test
    void agreesWithTheTextbookAndIsSymmetric() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String a = RandomWords.word(random, 64);
            String b = random.nextBoolean() ? RandomWords.word(random, 64) : RandomWords.mistyped(random, a);
            double similarity = JaroWinkler.similarity(a, b);
            assertThat(similarity).as("%s %s", a, b).isCloseTo(textbook(a, b), within(1e-12));
            assertThat(similarity).isBetween(0.0, 1.0);
        }
    }

    private static double textbook(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() == b.length() ? 1 : 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] usedA = new boolean[a.length()];
        boolean[] usedB = new boolean[b.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - window); j <= Math.min(b.length() - 1, i + window); j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            if (usedA[i]) {
                left.append(a.charAt(i));
            }
        }
        for (int j = 0; j < b.length(); j++) {
            if (usedB[j]) {
                right.append(b.charAt(j));
            }
        }
        int outOfOrder = 0;
        for (int i = 0; i < matches; i++) {
            outOfOrder += left.charAt(i) == right.charAt(i) ? 0 : 1;
        }
        double m = matches;
        int transpositions = outOfOrder / 2;
        double jaro = (m / a.length() + m / b.length() + (m - transpositions) / m) / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < a.length() && prefix < b.length() && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
