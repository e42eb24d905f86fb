package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TownTextTest {
    private static final Places PLACES = Places.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Moscow, Russia | moscow | ''",
                "Saint Petersburg 190000 RU | saint petersburg | 190000",
                "Frankfurt am Main, 60311, Germany | frankfurt am main | 60311",
                "New York, United States | new york | ''",
                "Leeds | leeds | ''",
                "Russia | '' | ''"
            })
    void aTownWithItsCountryIsNoAddress(String raw, String city, String postcode) {
        assertThat(TownText.of(raw, List.of("leeds"), PLACES)).contains(new TownText(city, postcode));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 High Street, Leeds",
                "12 High Street, Germany",
                "Rose Cottage",
                "Hauptstr, Germany",
                "Kings Road, Germany",
                "Rose Cottage Mill Lane, Germany",
                "\u4e0a\u6d77\u5e02\u6d66\u4e1c\u65b0\u533a"
            })
    void whatSaysMoreThanATownIsAnAddress(String raw) {
        assertThat(TownText.of(raw, List.of("leeds"), PLACES)).isEmpty();
    }
}
