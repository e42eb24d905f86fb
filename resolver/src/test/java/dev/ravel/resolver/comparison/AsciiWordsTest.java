package dev.ravel.resolver.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiWordsTest {
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16})
    void unitsPlacesAndCommonEndsAreThoseOfTheText(int length) {
        Random random = new Random(length);
        for (int round = 0; round < ROUNDS; round++) {
            String a = word(random, length);
            String b = word(random, 1 + random.nextInt(length));
            long low = AsciiWords.low(a, length);
            long high = AsciiWords.high(a, length);
            long otherLow = AsciiWords.low(b, b.length());
            long otherHigh = AsciiWords.high(b, b.length());
            assertThat(AsciiWords.areAscii(low, high, otherLow, otherHigh)).isTrue();
            long places = 0;
            for (int i = 0; i < length; i++) {
                assertThat(AsciiWords.unit(low, high, i)).as(a).isEqualTo(a.charAt(i));
                places |= (a.charAt(i) == 'b' ? 1L : 0) << i;
            }
            assertThat(AsciiWords.places(low, high, 'b')).as(a).isEqualTo(places);
            int prefix = 0;
            while (prefix < b.length() && a.charAt(prefix) == b.charAt(prefix)) {
                prefix++;
            }
            int suffix = 0;
            while (suffix < b.length() && a.charAt(length - 1 - suffix) == b.charAt(b.length() - 1 - suffix)) {
                suffix++;
            }
            assertThat(Math.min(AsciiWords.commonPrefix(low, high, otherLow, otherHigh), b.length()))
                    .as("%s %s", a, b)
                    .isEqualTo(prefix);
            assertThat(AsciiWords.commonSuffix(low, high, length, otherLow, otherHigh, b.length()))
                    .as("%s %s", a, b)
                    .isEqualTo(length - b.length() < Long.BYTES ? suffix : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 8, 9, 12, 16})
    void aUnitThatIsNotAsciiIsSeenWhereverItStands(int length) {
        for (int at = 0; at < length; at++) {
            for (char unit : new char[] {'\u0080', '\u00e9', '\u0100', '\u4e00', '\uffff'}) {
                StringBuilder text = new StringBuilder("a".repeat(length));
                text.setCharAt(at, unit);
                String word = text.toString();
                assertThat(AsciiWords.areAscii(AsciiWords.low(word, length), AsciiWords.high(word, length), 0, 0))
                        .as(word)
                        .isFalse();
            }
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(2)));
        }
        return word.toString();
    }
}
