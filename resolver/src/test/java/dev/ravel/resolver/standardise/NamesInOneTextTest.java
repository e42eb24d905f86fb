package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesInOneTextTest {
    @Test
    void partsNamesAtSemicolonsAndAtWordsForAnotherName() {
        assertThat(apart("Acme Ltd (a.k.a. Apex Trading; f/k/a \"Zenith\")"))
                .containsExactly("Acme Ltd", "Apex Trading", "Zenith");
        assertThat(apart("a.k.a. \"ORKER FZE\"; a.k.a. \"ORKER\"")).containsExactly("ORKER FZE", "ORKER");
        assertThat(apart("Robert Smith aka Bob Smith")).containsExactly("Robert Smith", "Bob Smith");
        assertThat(apart("Nordic Oil AS, formerly known as Nordic Fuels AS"))
                .containsExactly("Nordic Oil AS", "Nordic Fuels AS");
    }

    @Test
    void leavesOneNameAsItIs() {
        for (String name : List.of(
                "Smith, John",
                "A.K. Anand",
                "Aka Tanaka",
                "S.p.A. Rossi (Milano)",
                "Fatima Dbah",
                "St. John's / Hall",
                "\"Gazprom\" PAO")) {
            assertThat(apart(name)).as(name).containsExactly(name);
        }
    }

    private static List<String> apart(String text) {
        return NamesInOneText.apart(List.of(text));
    }
}
