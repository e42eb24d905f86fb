package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.IdentifierType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledNumberTest {
    @Test
    void takesTheKindAndTheCountryOffANumber() {
        assertThat(numbers("Tax ID No. 7736050003 (Russia); Registration Number 1027700070518 (Russia)"))
                .containsExactly("7736050003", "1027700070518");
        assertThat(country("Tax ID No. 7736050003 (Russia)")).contains("russia");
        assertThat(numbers("Unified Social Credit Code (USCC) 91310000MA1FL0000X (China)"))
                .containsExactly("91310000MA1FL0000X");
        assertThat(numbers("VAT No. 923609016")).containsExactly("923609016");
        assertThat(numbers("Tax ID no 923609016")).containsExactly("923609016");
        assertThat(numbers("VAT: 923609016")).containsExactly("923609016");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INN 7736050003", "\u0418\u041d\u041d 7736050003", "NIP 7736050003", "INN: 7736050003"})
    void theShortNameOfARegisterIsNoPartOfANumber(String text) {
        assertThat(numbers(text)).containsExactly("7736050003");
    }

    @Test
    void keepsLettersThatArePartOfANumber() {
        assertThat(numbers("AB 12 34 56 C")).containsExactly("AB 12 34 56 C");
        assertThat(numbers("7736050003")).containsExactly("7736050003");
        assertThat(numbers("GB/123456")).containsExactly("GB/123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HRB 12345", "HRA 12345", "NO 923609016", "NO 923 609 016", "VAT 923609016", "Z683365 (A)"})
    void aNumberIsOneWithBlanksAndWithout(String spaced) {
        DocumentStandardiser documents = new DocumentStandardiser(Places.shipped(), "");

        assertThat(documents.all(spaced, IdentifierType.TAX_ID))
                .hasSize(1)
                .isEqualTo(documents.all(spaced.replace(" ", ""), IdentifierType.TAX_ID));
        assertThat(numbers(spaced)).containsExactly(spaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\uff1b", "\n", "\r\n", "; "})
    void numbersAreSeveralWhateverStandsBetween(String between) {
        assertThat(numbers("91350100M000100Y43" + between + "911101087765432108"))
                .containsExactly("91350100M000100Y43", "911101087765432108");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"91350100M000100Y43 (China)", "91350100M000100Y43(China)", "91350100M000100Y43\uff08中国\uff09"})
    void aCountryInBracketsIsNoPartOfANumber(String text) {
        assertThat(numbers(text)).containsExactly("91350100M000100Y43");
        assertThat(country(text)).isPresent();
    }

    @Test
    void whatElseStandsInBracketsStays() {
        assertThat(numbers("Z683365 (A)")).containsExactly("Z683365 (A)");
        assertThat(country("Z683365 (A)")).isEmpty();
    }

    private static List<String> numbers(String text) {
        return LabelledNumber.in(text, Places.shipped()).stream()
                .map(LabelledNumber::number)
                .toList();
    }

    private static Optional<String> country(String text) {
        return LabelledNumber.in(text, Places.shipped()).get(0).country();
    }
}
