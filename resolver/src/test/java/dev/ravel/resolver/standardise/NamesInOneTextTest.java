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
        assertThat(apart("ACME LTD; A.K.A. APEX")).containsExactly("ACME LTD", "APEX");
        assertThat(apart("Acme Ltd, d.b.a. \u201cApex\u201d")).containsExactly("Acme Ltd", "Apex");
        assertThat(apart("a.k.a. Apex Trading")).containsExactly("Apex Trading");
        assertThat(apart("Robert Smith aka \"Bob\"")).containsExactly("Robert Smith", "Bob");
        assertThat(apart("Robert Smith aka Bob Smith")).containsExactly("Robert Smith", "Bob Smith");
        assertThat(apart("Nordic Oil AS, formerly known as Nordic Fuels AS"))
                .containsExactly("Nordic Oil AS", "Nordic Fuels AS");
    }

    @Test
    void leavesOneNameAsItIs() {
        for (String name : List.of(
                "Smith, John",
                "A.K. Anand",
                "A. K. A. Khan",
                "N.K.A. Rahman",
                "Rahman, N.K.A.",
                "Khan A. K. A.",
                "D.B.A. Perera",
                "Mehmet Aka",
                "Mehmet Aka (Istanbul)",
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
