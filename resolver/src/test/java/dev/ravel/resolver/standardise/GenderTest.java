package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "F",
                "Female",
                "W",
                "Frau",
                "weiblich",
                "femme",
                "Féminin",
                "mujer",
                "Femenino",
                "mulher",
                "donna",
                "vrouw",
                "kadın",
                "KADIN",
                "женский",
                "ЖЕНСКИЙ",
                "女",
                "女士",
                "여성",
                "Mrs.",
                "Ｆ"
            })
    void wordsForAWoman(String raw) {
        assertThat(Gender.standardise(raw)).contains(Gender.FEMALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M",
                "male",
                "Herr",
                "männlich",
                "MÄNNLICH",
                "homme",
                "masculin",
                "hombre",
                "Masculino",
                "homem",
                "uomo",
                "мужской",
                "м",
                "男",
                "先生",
                "남성",
                "Mr."
            })
    void wordsForAMan(String raw) {
        assertThat(Gender.standardise(raw)).contains(Gender.MALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "divers", "x", "h", "unknown", "0", "Herr und Frau"})
    void whatIsNeitherOrBothIsNoEvidence(String raw) {
        assertThat(Gender.standardise(raw)).isEmpty();
    }
}
