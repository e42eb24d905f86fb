package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledNumberTest {
    @Test
    void takesTheKindAndTheCountryOffANumber() {
        assertThat(numbers("Tax ID No. 7736050003 (Russia); Registration Number 1027700070518 (Russia)"))
                .containsExactly("7736050003", "1027700070518");
        assertThat(LabelledNumber.in("Tax ID No. 7736050003 (Russia)").get(0).country())
                .contains("Russia");
        assertThat(numbers("Unified Social Credit Code (USCC) 91310000MA1FL0000X (China)"))
                .containsExactly("91310000MA1FL0000X");
        assertThat(numbers("HRB 12345")).containsExactly("12345");
    }

    @Test
    void keepsLettersThatArePartOfANumber() {
        assertThat(numbers("AB 12 34 56 C")).containsExactly("AB 12 34 56 C");
        assertThat(numbers("7736050003")).containsExactly("7736050003");
        assertThat(numbers("GB/123456")).containsExactly("GB/123456");
    }

    private static List<String> numbers(String text) {
        return LabelledNumber.in(text).stream().map(LabelledNumber::number).toList();
    }
}
