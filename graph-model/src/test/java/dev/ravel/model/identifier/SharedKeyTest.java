package dev.ravel.model.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SharedKeyTest {
    @Test
    void textFormParsesBackEvenWithColonsInTheValue() {
        SharedKey key = SharedKey.identifier("main", IdentifierType.WEBSITE, "", "https://ravel.cn:8443/a:b");
        assertThat(SharedKey.parse(key.text())).isEqualTo(key);
    }

    @Test
    void identifiersOfDifferentScopeAreDifferent() {
        assertThat(SharedKey.identifier("main", IdentifierType.OPEN_ID, "app-1", "o6_x"))
                .isNotEqualTo(SharedKey.identifier("main", IdentifierType.OPEN_ID, "app-2", "o6_x"));
    }

    @Test
    void tenantsShareNothing() {
        assertThat(SharedKey.identifier("a", IdentifierType.PHONE, "", "+8613800000001"))
                .isNotEqualTo(SharedKey.identifier("b", IdentifierType.PHONE, "", "+8613800000001"));
    }

    @Test
    void aBlockIsNoIdentifier() {
        SharedKey block = SharedKey.block("main", "name+birth", "wang|1990");
        assertThat(block.isBlock()).isTrue();
        assertThatThrownBy(block::identifierType).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAScopeThatWouldMakeTheTextAmbiguous() {
        assertThatThrownBy(() -> SharedKey.identifier("main", IdentifierType.OPEN_ID, "a:b", "x"))
                .hasMessageContaining("a:b");
    }
}
