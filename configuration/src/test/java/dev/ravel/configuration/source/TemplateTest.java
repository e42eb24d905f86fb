package dev.ravel.configuration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Smith | Robert | E  | Smith, Robert E",
                "Smith | Robert | '' | Smith, Robert",
                "Smith | ''     | E  | Smith, E",
                "Smith | ''     | '' | Smith",
                "''    | Robert | E  | Robert E",
                "''    | ''     | '' | ''",
            })
    void missingPartsCollapse(String last, String first, String middle, String expected) {
        Template name = Template.parse("{last}, {first} {middle}");

        assertThat(render(name, Map.of("last", last, "first", first, "middle", middle)))
                .isEqualTo(expected);
    }

    @Test
    void whatSurroundsTheFieldsIsWrittenIfAnyIsThere() {
        Template account = Template.parse("shop/{id}#{suffix}.");

        assertThat(render(account, Map.of("id", "7"))).isEqualTo("shop/7.");
        assertThat(render(account, Map.of())).isEmpty();
    }

    @Test
    void aRequiredFieldThatIsMissingLeavesNoValue() {
        Template document = Template.parse("{country}/{number!}");

        assertThat(render(document, Map.of("country", "NV"))).isEmpty();
        assertThat(render(document, Map.of("number", "112233"))).isEqualTo("112233");
        assertThat(render(document, Map.of("country", "NV", "number", "112233")))
                .isEqualTo("NV/112233");
    }

    @Test
    void aTextWithoutBracesIsAField() {
        assertThat(render(Template.parse("phone number"), Map.of("phone number", " 1 ")))
                .isEqualTo("1");
        assertThat(Template.parse("{a}")).isEqualTo(Template.parse("a"));
    }

    @Test
    void aConstantIsItself() {
        assertThat(render(Template.parseOrConstant("PERSON"), Map.of())).isEqualTo("PERSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{a", "a}", "{}", "{a{b}}", "{ }"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Template.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String render(Template template, Map<String, String> values) {
        return template.render(field -> new HashMap<>(values).getOrDefault(field, ""));
    }
}
