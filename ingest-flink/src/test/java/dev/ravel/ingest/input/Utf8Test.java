package dev.ravel.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    /** Where what may follow changes. */
    private static final int[] BORDERS = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheStrictDecoder(long seed) {
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = (byte) BORDERS[random.nextInt(BORDERS.length)];
            }
            boolean expected = decodes(bytes);
            valid += expected ? 1 : 0;
            assertThat(Utf8.isValid(bytes, 0, bytes.length))
                    .as("seed %d: %s", seed, bytes)
                    .isEqualTo(expected);
        }
        assertThat(valid).as("seed %d: valid ones", seed).isGreaterThan(1000);
    }

    @Test
    void aStretchEndsWhereItIsSaidTo() {
        byte[] bytes = "王a".getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.isValid(bytes, 0, 4)).isTrue();
        assertThat(Utf8.isValid(bytes, 0, 2)).isFalse();
        assertThat(Utf8.isValid(bytes, 1, 4)).isFalse();
        assertThat(Utf8.isValid(bytes, 3, 4)).isTrue();
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
