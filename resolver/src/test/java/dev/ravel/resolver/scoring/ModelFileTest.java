package dev.ravel.resolver.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.resolver.blocking.BlockingRule;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.blocking.BlockingRules.Applied;
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
import java.util.Optional;
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
    void aFileWithoutBlockingRulesHasTheUsualOnesAndTheDigestOfOneThatNamesThem() throws IOException {
        String named = shipped();
        String silent = named.replaceFirst("(?s)\"blocking\": \\[.*?\\],", "");

        assertThat(silent).isNotEqualTo(named);
        assertThat(MatchModel.parse(named).blocking()).isEqualTo(BlockingRules.USUAL);
        assertThat(MatchModel.parse(silent).blocking()).isEqualTo(BlockingRules.USUAL);
        assertThat(MatchModel.parse(silent).digest())
                .isEqualTo(MatchModel.parse(named).digest());
    }

    @Test
    void whichBlockingRulesApplyAndInWhichOrderIsPartOfTheDigestAndSurvivesWriting() throws IOException {
        MatchModel one =
                MatchModel.parse(blocking("{\"rule\": \"name\", \"belowIdentifiers\": 2}, {\"rule\": \"birthDate\"}"));
        MatchModel two =
                MatchModel.parse(blocking("{\"rule\": \"birthDate\"}, {\"rule\": \"name\", \"belowIdentifiers\": 2}"));
        MatchModel three = MatchModel.parse(blocking("{\"rule\": \"name\"}, {\"rule\": \"birthDate\"}"));

        assertThat(List.of(
                        one.digest(),
                        two.digest(),
                        three.digest(),
                        MatchModel.shipped().digest()))
                .doesNotHaveDuplicates();
        assertThat(one.blocking().applied())
                .containsExactly(new Applied(BlockingRule.NAME, 2), Applied.toAll(BlockingRule.BIRTH_DATE));
        MatchModel written = MatchModel.parse(one.text());
        assertThat(written.blocking()).isEqualTo(one.blocking());
        assertThat(written.digest()).isEqualTo(one.digest());
    }

    @Test
    void allThatIsWrongWithBlockingRulesIsSaid() throws IOException {
        String text = blocking("{\"rule\": \"nickname\"}, {\"rule\": \"name\"}, {\"rule\": \"name\"},"
                + " {\"rule\": \"birthDate\", \"belowIdentifiers\": 0}, {\"rule\": \"phoneTail\", \"most\": 3}, {}");

        assertThatThrownBy(() -> MatchModel.parse(text))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("5 problems")
                .hasMessageContaining("there is no blocking rule 'nickname'; known are birthDateAndName,")
                .hasMessageContaining("has the rule name twice")
                .hasMessageContaining("blocking[3].belowIdentifiers: must be a whole number of 1 or more, is 0")
                .hasMessageContaining("blocking[4].most: no such field")
                .hasMessageContaining("blocking[5].rule: missing");
    }

    private static String blocking(String rules) throws IOException {
        return shipped().replaceFirst("(?s)\"blocking\": \\[.*?\\]", "\"blocking\": [" + rules + "]");
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
    void aFileChangedByHandIsReadOnlyWithoutItsOldDigest() throws IOException {
        String written = MatchModel.shipped().text();
        String changed = written.replaceFirst("\"m\" : 0\\.8,", "\"m\" : 0.79,");
        String digest = MatchModel.shipped().digest();
        assertThat(changed).isNotEqualTo(written).contains(digest);

        assertThatThrownBy(() -> ModelFile.parse(changed, "changed.json"))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("changed.json")
                .hasMessageContaining("digest: is " + digest)
                .hasMessageContaining("raise 'version' and take the line 'digest' out");
        MatchModel read = ModelFile.parse(changed.replaceFirst("\"digest\" : \"\\w+\",", ""), "changed.json");
        assertThat(read.digest()).isNotEqualTo(digest);
        assertThat(ModelFile.parse(read.text(), "again").digest()).isEqualTo(read.digest());
    }

    /** Else a hand-made model would have another digest in the result of ravel resolve than in its own file. */
    @Test
    void numbersAreWrittenToTheLastDigit() throws IOException {
        MatchModel precise = ModelFile.parse(shipped().replace("\"m\": 0.8,", "\"m\": 0.7912345678,"), "precise");

        assertThat(precise.text()).contains("0.7912345678");
        assertThat(ModelFile.parse(precise.text(), "again").digest()).isEqualTo(precise.digest());
    }

    @Test
    void whereAModelIsFromIsKeptAndDecidesNothing() {
        MatchModel shipped = MatchModel.shipped();
        ModelOrigin origin = new ModelOrigin(
                Optional.of(new ModelOrigin.TrainedOn(9, 8, 7, 6, 5, "start", "4")),
                Optional.of(new ModelOrigin.Thresholds(5.5, 2.5)),
                Optional.of(new ModelOrigin.FrequencyCut(500, 3)));

        MatchModel model = MatchModel.of(
                shipped.name(),
                shipped.version(),
                "",
                shipped.parameters(),
                shipped.frequencies(),
                shipped.blocking(),
                origin);

        assertThat(model.origin()).isEqualTo(origin);
        assertThat(MatchModel.parse(model.text()).origin()).isEqualTo(origin);
        assertThat(model.digest()).isEqualTo(shipped.digest());
        assertThat(shipped.origin()).isEqualTo(ModelOrigin.UNKNOWN);
    }

    @Test
    void anOriginThatIsNotWholeIsRefused() {
        String broken = MatchModel.shipped()
                .text()
                .replaceFirst(
                        "\\{", "{\"trainedOn\":{\"records\":-1,\"rows\":2},\"thresholds\":{\"matchWeight\":\"4\"},");

        assertThatThrownBy(() -> MatchModel.parse(broken))
                .hasMessageContaining("trainedOn.rows: no such field")
                .hasMessageContaining("trainedOn.records: must be a whole number")
                .hasMessageContaining("trainedOn.candidatePairs: must be a whole number")
                .hasMessageContaining("trainedOn.startedFrom: must name the model")
                .hasMessageContaining("thresholds.matchWeight: must be a number");
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
