package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingFlawsTest {
    private static final long SEED = 7;
    private static final int VERSIONS = 20_000;
    private static final WritingFlaws ALL = new WritingFlaws(0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.2);

    @ParameterizedTest
    @CsvSource({
        "phone, 1\\d\\d[*]{4}\\d{4}, 0.1",
        "phone, '[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}', 0.1",
        "phone, 170000000\\d\\d转\\d{4}, 0.1",
        "phone, 1[.]\\d\\dE[+]10, 0.1",
        "phone, 1[.]\\d{10}E[+]10, 0.1",
        "nationalId, \\d{15}, 0.2"
    })
    void eachFlawComesAsOftenAsItsShareSays(String attribute, String shape, double share) {
        List<String> values = CustomerGenerator.ofVersions(SEED, VERSIONS).with(ALL).stream()
                .filter(record -> record.scenario() == Scenario.ORDINARY)
                .flatMap(record -> record.version().values(attribute).stream())
                .toList();
        Pattern pattern = Pattern.compile(shape);

        long flawed = values.stream().filter(pattern.asMatchPredicate()).count();

        assertThat((double) flawed / values.size()).isCloseTo(share, within(0.06));
    }

    @ParameterizedTest
    @CsvSource({"crm, 32", "shop, 40", "app, 64"})
    void eachSystemHashesItsOwnWay(String source, int digits) {
        WritingFlaws hashed = new WritingFlaws(0, 1, 0, 0, 0, 0, 0);

        List<String> phones = CustomerGenerator.ofVersions(SEED, 2_000).with(hashed).stream()
                .filter(record -> record.scenario() == Scenario.ORDINARY)
                .filter(record -> record.version().key().source().equals(source))
                .flatMap(record -> record.version().values(AttributeName.PHONE).stream())
                .filter(value -> value.matches("[0-9a-f]{20,}"))
                .toList();

        assertThat(phones).isNotEmpty().allMatch(value -> value.length() == digits);
    }

    @Test
    void customersAreTheSameAndScenariosAreNotSpoiled() {
        List<GeneratedRecord> clean =
                CustomerGenerator.ofVersions(SEED, 3000).stream().toList();
        List<GeneratedRecord> flawed =
                CustomerGenerator.ofVersions(SEED, 3000).with(ALL).stream().toList();

        assertThat(flawed).hasSameSizeAs(clean);
        for (int i = 0; i < clean.size(); i++) {
            assertThat(flawed.get(i).customer()).isEqualTo(clean.get(i).customer());
            assertThat(flawed.get(i).version().values(AttributeName.NAME))
                    .isEqualTo(clean.get(i).version().values(AttributeName.NAME));
            if (clean.get(i).scenario() != Scenario.ORDINARY) {
                assertThat(flawed.get(i)).isEqualTo(clean.get(i));
            }
        }
    }

    @Test
    void sharesThatAddUpToMoreThanAllAreRefused() {
        assertThatThrownBy(() -> new WritingFlaws(0.5, 0.5, 0.1, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WritingFlaws(-0.1, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
