package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalFormsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Ltd.",
                "Public Joint Stock Company Gazprom Neft",
                "\u041f\u0410\u041e \"\u0413\u0430\u0437\u043f\u0440\u043e\u043c \u043d\u0435\u0444\u0442\u044c\"",
                "OOO Vostok",
                "Rossi S.p.A.",
                "\u5927\u8fde\u5b89\u9f99\u77f3\u5316\u80a1\u4efd\u6709\u9650\u516c\u53f8"
            })
    void recognisesAFormBeforeOrBehindTheName(String name) {
        assertThat(LegalForms.areIn(name)).isTrue();
    }

    @Test
    void takesNoPersonForAnOrganization() {
        for (String name : new String[] {"John Smith", "Asa Green", "Pt. Ravi", "\u738b\u5c0f\u660e", "Ltd"}) {
            assertThat(LegalForms.areIn(name)).as(name).isFalse();
        }
    }
}
