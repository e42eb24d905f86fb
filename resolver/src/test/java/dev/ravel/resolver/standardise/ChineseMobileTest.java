package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseMobileTest {
    private static final int TEXTS = 30_000;
    private static final String SIGNS = "0123456789 -+";

    private final PhoneStandardiser phones = new PhoneStandardiser("CN");

    @ParameterizedTest
    @CsvSource({
        "13800138001",
        "138 0013 8001",
        "138-0013-8001",
        "+8613800138001",
        "+86 138 0013 8001",
        "+86-138-0013-8001",
        "008613800138001"
    })
    void recognisesTheUsualWritings(String text) {
        assertThat(ChineseMobile.nationalNumber(text)).isEqualTo(13_800_138_001L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8613800138001",
                "1380013800",
                "138001380011",
                "138  00138001",
                "138001380 01-",
                "+86+13800138001",
                "17951138001",
                "12530138001",
                "19 x 138001",
                "+8602162881234",
                ""
            })
    void leavesWhatMayBeSomethingElse(String text) {
        assertThat(ChineseMobile.nationalNumber(text)).isEqualTo(ChineseMobile.NONE);
    }

    /** Every allocation that libphonenumber could tell apart: all beginnings of four digits, in every writing. */
    @Test
    void readsEveryBeginningAsLibphonenumberDoes() {
        Random random = new Random(86);
        for (int start = 1300; start < 2000; start++) {
            String rest = "%07d".formatted(random.nextInt(10_000_000));
            String digits = start + rest;
            String grouped = digits.substring(0, 3) + " " + digits.substring(3, 7) + "-" + digits.substring(7);
            for (String text : new String[] {digits, grouped, "+86" + digits, "+86 " + grouped, "0086-" + digits}) {
                assertThat(phones.standardise(text)).as(text).isEqualTo(phones.parsed(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsRandomTextsAsLibphonenumberDoes(long seed) {
        Random random = new Random(seed);
        int recognised = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = FoldedText.of(almostAMobile(random));
            recognised += ChineseMobile.nationalNumber(text) == ChineseMobile.NONE ? 0 : 1;
            assertThat(phones.standardise(text)).as("seed %d: '%s'", seed, text).isEqualTo(phones.parsed(text));
        }
        assertThat(recognised).isGreaterThan(TEXTS / 10);
    }

    /** A mobile in some writing, often with a sign added, lost or changed. */
    private static String almostAMobile(Random random) {
        StringBuilder text =
                new StringBuilder(new String[] {"", "", "+86", "+86 ", "0086", "86", "+"}[random.nextInt(7)]);
        text.append(1).append(random.nextInt(10));
        for (int i = 0; i < 9; i++) {
            if (random.nextInt(5) == 0) {
                text.append(random.nextBoolean() ? ' ' : '-');
            }
            text.append(random.nextInt(10));
        }
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, sign);
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, sign);
            }
        }
        return text.toString();
    }

    /** What is remembered of the first five digits holds for all numbers that begin so. */
    @Test
    void theFirstFiveDigitsDecideWhatANumberIs() {
        ChineseMobileTypes types = new ChineseMobileTypes(PhoneNumberUtil.getInstance());
        Random random = new Random(11);
        for (long start = 13_000; start < 20_000; start++) {
            if (start / 100 == 179) {
                continue;
            }
            long first = start * 1_000_000;
            long[] numbers = {first, first + 999_999, first + random.nextInt(1_000_000)};
            for (long number : numbers) {
                assertThat(types.of(number)).as("%d", number).isEqualTo(types.ask(number));
            }
        }
    }
}
