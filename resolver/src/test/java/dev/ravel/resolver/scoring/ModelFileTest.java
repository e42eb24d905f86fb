package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @Test
    void theShippedModelWeighsEveryLevel() {
        for (Comparison comparison : Comparison.values()) {
            for (int level = 1; level <= comparison.levels().size(); level++) {
                assertThat(MatchModel.shipped().weight(comparison, level)).isFinite();
            }
        }
    }

    @Test
    void aNameAloneIsNeverEnough() {
        MatchModel model = MatchModel.shipped();

        assertThat(model.prior() + model.weight(Comparison.FAMILY_NAME, 1) + model.weight(Comparison.GIVEN_NAME, 1))
                .isLessThan(ResolverSettings.defaults().reviewWeight());
    }

    /** To the second digit, as which the file gives it. */
    @Test
    void aValueOfAnotherTimeWeighsHalfOfWhatItWeighsAtOneTime() {
        for (Comparison comparison : List.of(Comparison.PHONE, Comparison.EMAIL, Comparison.DEVICE)) {
            double same = MatchModel.shipped().weight(comparison, LevelPattern.number(comparison, "same"));
            double other = MatchModel.shipped().weight(comparison, LevelPattern.number(comparison, "sameOtherTime"));

            assertThat(other).as(comparison.label()).isCloseTo(same / 2, within(0.01));
        }
    }

    @Test
    void frequentNamesWeighLess() {
        assertThat(MatchModel.shipped().termAdjustment(Comparison.FAMILY_NAME, "wang"))
                .isLessThan(-4);
        assertThat(MatchModel.shipped().termAdjustment(Comparison.FAMILY_NAME, "quillfeather"))
                .isZero();
    }

    @Test
    void aCopyHasTheSameDigestAndAnotherWeightAnotherOne(@TempDir Path folder) throws IOException {
        Path copy = Files.writeString(folder.resolve("copy.json"), shipped());
        Path other = Files.writeString(folder.resolve("other.json"), shipped().replace("\"m\": 0.8,", "\"m\": 0.79,"));

        assertThat(MatchModel.read(copy).digest())
                .isEqualTo(MatchModel.shipped().digest());
        assertThat(MatchModel.read(other).digest())
                .isNotEqualTo(MatchModel.shipped().digest());
    }

    @Test
    void allProblemsAreListed() throws IOException {
        String broken = shipped()
                .replaceFirst("\"version\": \"\\d+\"", "\"version\": \"\"")
                .replaceFirst("\"loose\": \\{", "\"losse\": {")
                .replace("\"smith\": 0.0083", "\"smith\": 1.5");

        assertThatThrownBy(() -> ModelFile.parse(broken, "broken.json"))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("version: missing")
                .hasMessageContaining("comparisons.familyName.losse: no such field")
                .hasMessageContaining("comparisons.familyName.loose.m: must be a number")
                .hasMessageContaining("frequencies.familyName.smith");
    }

    private static String shipped() throws IOException {
        try (InputStream in = MatchModel.class.getResourceAsStream("default-model.json")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
