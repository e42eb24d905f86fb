package dev.ravel.ingest.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueShapeTest {
    @ParameterizedTest
    @CsvSource({
        "col3,              ann%02d@example.com,   email",
        "col4,              138001380%02d,         phone",
        "col5,              +4477009001%02d,       phone",
        "联系方式,            138001380%02d,         phone",
        "col6,              1101051949123100%02d,  nationalId",
        "home_tel_2,        020 7946 00%02d,       phone",
        "dob_as_entered,    19%02d-03-12,          birthDate",
        "postcode_delivery, W%02d 3TT,             postcode",
        "col7,              020 7946 00%02d,       phone",
        "col7,              +49 30 1234 00%02d,    phone",
        "col7,              +44 (0)20 7946 00%02d, phone",
        "col7,              138 0013 80%02d,       phone",
        "col7,              702/731-40%02d,        phone",
        "col7,              (702) 731-40%02d,      phone",
        "col7,              702-73-40%02d,         ''",
        "col7,              20794600%02d,          ''",
        "col7,              0020794600%02d,        ''",
        "col7,              01.02.19%02d,          ''",
        "col7,              SW%02d 3TT,            postcode",
        "col7,              1%02d1 AB,             postcode",
        "col7,              100%02d,               ''",
        "Notfall Telefon,   020 7946 00%02d,       ''",
        "緊急聯絡電話,        138001380%02d,         ''",
        "col8,              19%02d-03-12,          ''",
        "col9,              1%02d00,               ''",
        "sales_mobile,      138001380%02d,         ''",
        "业务员手机,           138001380%02d,         ''",
        "manager_email,     ann%02d@example.com,   ''",
    })
    void valuesOfOneShapeSayWhatTheyAre(String column, String format, String attribute) {
        List<String> values = IntStream.range(10, 50)
                .mapToObj(number -> String.format(Locale.ROOT, format, number))
                .toList();

        assertThat(ValueShape.attributeOf(column, values).orElse("")).isEqualTo(attribute);
    }

    @Test
    void fewValuesOrFewDistinctOnesSayNothing() {
        List<String> few = List.of("ann@example.com", "bob@example.com");
        List<String> one = Collections.nCopies(100, "desk@example.com");
        List<String> mixed = new ArrayList<>(Collections.nCopies(8, "unknown shape"));
        IntStream.range(0, 32).forEach(number -> mixed.add("ann" + number + "@example.com"));

        assertThat(ValueShape.attributeOf("col", few)).isEmpty();
        assertThat(ValueShape.attributeOf("col", one)).isEmpty();
        assertThat(ValueShape.attributeOf("col", mixed)).isEmpty();
    }
}
