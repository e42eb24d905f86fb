package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What folding leaves out because it would change nothing must change nothing. */
class FoldedTextShortcutsTest {
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    @Test
    void everyRuleOfIcuThatChangesSomethingIsApplied() {
        int rules = 0;
        for (String rule : SIMPLIFIED.toRules(false).split("\\n")) {
            int arrow = rule.indexOf('>');
            if (arrow > 0) {
                String from = rule.substring(0, arrow).strip();
                assertThat(FoldedText.simplified(from)).isEqualTo(SIMPLIFIED.transliterate(from));
                rules++;
            }
        }
        assertThat(rules).isGreaterThan(3000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void randomHanTextsAreSimplifiedAsByIcu(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(6, 0x4e00, 0x9fa6)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(FoldedText.simplified(text)).isEqualTo(SIMPLIFIED.transliterate(text));
        }
    }

    @Test
    void aRememberedReadingIsTheReading() {
        RememberedTexts<String> upper = new RememberedTexts<>(text -> text + "!", 16);

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(upper.apply("t" + i)).isEqualTo("t" + i + "!");
            }
        }
        assertThat(upper.apply("long".repeat(20))).isEqualTo("long".repeat(20) + "!");
    }
}
