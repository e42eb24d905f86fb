package dev.ravel.resolver.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedPhoneTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneEditApartIsAlignmentOne(long seed) {
        Random random = new Random(seed);
        int apart = 0;
        for (int i = 0; i < 200_000; i++) {
            String a = phone(random);
            String b = random.nextBoolean() ? phone(random) : edited(a, random);
            boolean expected = EditDistance.alignment(a, b) == 1;
            apart += expected ? 1 : 0;
            assertThat(PackedPhone.oneEditApart(PackedPhone.of(a), PackedPhone.of(b)))
                    .as("seed %d: %s and %s", seed, a, b)
                    .isEqualTo(expected);
        }
        assertThat(apart).as("seed %d: pairs one edit apart", seed).isGreaterThan(1000);
    }

    @Test
    void numbersOfEqualValueButOtherLengthDiffer() {
        assertThat(PackedPhone.of("+0012")).isNotEqualTo(PackedPhone.of("+12"));
        assertThat(PackedPhone.of("+123456789012345")).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "13812340001", "+86138123;ext=1", "+1234567890123456", "138****0001", "+８６"})
    void whatIsNotAPlusSignAndDigitsHasNoNumber(String text) {
        assertThat(PackedPhone.of(text)).isZero();
    }

    private static String phone(Random random) {
        StringBuilder phone = new StringBuilder("+");
        int digits = 1 + random.nextInt(15);
        for (int i = 0; i < digits; i++) {
            phone.append((char) ('0' + random.nextInt(3)));
        }
        return phone.toString();
    }

    private static String edited(String phone, Random random) {
        StringBuilder edited = new StringBuilder(phone);
        int edits = 1 + random.nextInt(2);
        for (int i = 0; i < edits; i++) {
            int at = 1 + random.nextInt(edited.length() - 1);
            char digit = (char) ('0' + random.nextInt(10));
            switch (random.nextInt(4)) {
                case 0 -> edited.setCharAt(at, digit);
                case 1 -> edited.insert(at, digit);
                case 2 -> edited.deleteCharAt(at);
                default -> edited.insert(at, edited.charAt(edited.length() - 1)).setLength(edited.length() - 1);
            }
            if (edited.length() == 1 || edited.length() > 16) {
                return phone;
            }
        }
        return edited.toString();
    }
}
