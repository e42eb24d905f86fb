package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the fast paths for ASCII and common Han against ICU. */
class FoldedTextTest {
    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fa5';
    private static final int TEXTS = 2_000;

    /** A rule that reads one character, with what must stand before and after it. */
    private static final Pattern RULE_OF_ONE = Pattern.compile("(.*)\\{(.)\\}(.*) > .*;");

    private final Transliterator names = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

    @Test
    void foldsEachCharacterAsIcuDoes() {
        for (char c = ' '; c <= LAST_HAN; c = c == 127 ? FIRST_HAN : (char) (c + 1)) {
            String text = "A" + c + "z";
            assertThat(FoldedText.of(text)).as("%04x", (int) c).isEqualTo(squeezed(FoldedText.foldUnicode(text)));
        }
    }

    @Test
    void squeezesWhiteSpace() {
        assertThat(FoldedText.of("  a \t b\u3000\u3000王 ")).isEqualTo("a b 王");
        assertThat(FoldedText.of("a b")).isEqualTo("a b");
        assertThat(FoldedText.of("a  b")).isEqualTo("a b");
        assertThat(FoldedText.of(" ")).isEmpty();
    }

    @Test
    void readsEachCharacterAsIcuDoes() {
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            String text = c + "国" + c;
            if (HanReadings.READ_BY_WHAT_FOLLOWS.indexOf(c) < 0) {
                assertThat(FoldedText.latin(text)).as(text).isEqualTo(icu(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void readsRandomTextsAsIcuDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                String often = HanReadings.READ_BY_WHAT_FOLLOWS + "狐俟台孙文庆鲁王曾单乐任华";
                text.append(
                        random.nextInt(3) == 0
                                ? often.charAt(random.nextInt(often.length()))
                                : (char) (FIRST_HAN + random.nextInt(LAST_HAN - FIRST_HAN + 1)));
            }
            assertThat(FoldedText.latin(text.toString()))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(icu(text.toString()));
        }
    }

    /** What {@link HanReadings} relies on: no other character of its range is read by what stands around it. */
    @Test
    void icuReadsOnlyTheKnownCharactersByWhatFollows() {
        List<String> byWhatFollows = new ArrayList<>();
        for (String id : List.of("Han-Latin/Names", "Han-Latin")) {
            for (String line : Transliterator.getInstance(id).toRules(false).split("\n")) {
                Matcher rule = RULE_OF_ONE.matcher(line);
                if (rule.matches() && isHan(rule.group(2).charAt(0))) {
                    assertThat(rule.group(1)).as(line).isIn("", "\ufdd1");
                    if (!rule.group(3).isEmpty()) {
                        byWhatFollows.add(rule.group(2));
                    }
                }
            }
        }
        assertThat(byWhatFollows)
                .containsExactlyInAnyOrderElementsOf(List.of(HanReadings.READ_BY_WHAT_FOLLOWS.split("")));
    }

    private String icu(String text) {
        String reading = names.transliterate(text);
        return FoldedText.isAscii(reading)
                ? reading
                : Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(reading);
    }

    private static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
