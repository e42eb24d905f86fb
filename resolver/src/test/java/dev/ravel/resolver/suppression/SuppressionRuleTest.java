package dev.ravel.resolver.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.settings.ResolverSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionRuleTest {
    private final SuppressionRule rule = SuppressionRule.of(ResolverSettings.defaults());

    @ParameterizedTest
    @CsvSource({
        "PHONE,+8613800138000,true",
        "PHONE,0000000000,true",
        "PHONE,+8613812345678,true",
        "PHONE,+8613800138001,false",
        "PHONE,+17029191300,false",
        "EMAIL,noreply@shop.cn,true",
        "EMAIL,none@none.com,true",
        "EMAIL,bob@example.com,true",
        "EMAIL,bob@work.com,false",
        "NATIONAL_ID,111111111,true",
        "NATIONAL_ID,123456789,true",
        "NATIONAL_ID,294669999,false",
        "DEVICE,02:00:00:00:00:00,true",
        "ADDRESS,1 1 1,false"
    })
    void genericValues(IdentifierType type, String value, boolean generic) {
        assertThat(rule.isGeneric(SharedKey.identifier("main", type, "", value)))
                .isEqualTo(generic);
    }

    @Test
    void moreDistinctNamesThanTheCapSuppress() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613800138001");
        int cap = rule.nameCap(phone);

        assertThat(rule.isSuppressed(phone, cap)).isFalse();
        assertThat(rule.isSuppressed(phone, cap + 1)).isTrue();
    }

    @Test
    void blocksAreNeverSuppressed() {
        assertThat(rule.isSuppressed(SharedKey.block("main", "phoneTail", "0000000"), 1_000))
                .isFalse();
    }
}
