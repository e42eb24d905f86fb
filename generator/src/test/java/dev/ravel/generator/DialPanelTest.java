package dev.ravel.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DialPanelTest {
    private static final CustomerGenerator CUSTOMERS = CustomerGenerator.ofCustomers(7, 300);

    @Test
    void namesAreUniqueAndSayWhatTheyMean() {
        assertThat(Dialled.all()).extracting(Dialled::name).doesNotHaveDuplicates();
        assertThat(Dialled.all()).allSatisfy(dialled -> {
            assertThat(dialled.meaning()).as(dialled.name()).isNotBlank().doesNotContain("\n");
            assertThat(DialPanel.named(dialled.name())).isSameAs(dialled);
        });
        assertThat(DialPanel.named("masked-phones")).isSameAs(WritingFlaw.MASKED_PHONES);
    }

    @Test
    void whatIsTurnedByNameIsWhatIsTurnedInCode() {
        List<GeneratedRecord> byName =
                DialPanel.turn(CUSTOMERS, Map.of("CHAINS", 0.5, "in-app", 1.0, "TITLES", 0.2)).stream()
                        .toList();

        assertThat(byName)
                .isEqualTo(CUSTOMERS
                        .with(Dials.USUAL.with(Dial.CHAINS, 0.5).with(BaseRate.IN_APP, 1))
                        .with(WritingFlaws.NONE.with(WritingFlaw.TITLES, 0.2))
                        .stream()
                        .toList())
                .isNotEqualTo(CUSTOMERS.stream().toList());
    }

    @Test
    void turningAllToWhatTheyAreByThemselvesChangesNothing() {
        Map<String, Double> usual = Dialled.all().stream().collect(Collectors.toMap(Dialled::name, Dialled::usual));

        assertThat(DialPanel.turn(CUSTOMERS, usual).stream().toList())
                .isEqualTo(CUSTOMERS.stream().toList());
    }

    @Test
    void whatIsNoDialOrNoShareIsNamed() {
        assertThatThrownBy(() -> DialPanel.named("TYPO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no dial TYPO; the most like it is TYPOS");
        assertThatThrownBy(() -> DialPanel.turn(CUSTOMERS, Map.of("OUTLETS", -0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OUTLETS cannot be -0.1");
    }
}
