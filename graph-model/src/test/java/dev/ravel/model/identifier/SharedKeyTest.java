package dev.ravel.model.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
    void givesItsPartsBack() {
        SharedKey key = SharedKey.identifier("main", IdentifierType.OPEN_ID, "app-1", "o6:x");
        assertThat(key.tenant()).isEqualTo("main");
        assertThat(key.kind()).isEqualTo("OPEN_ID");
        assertThat(key.scope()).isEqualTo("app-1");
        assertThat(key.value()).isEqualTo("o6:x");
        assertThat(SharedKey.block("main", "phoneTail", "").value()).isEmpty();
    }

    @Test
    void isOrderedAndEqualByText() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613800000001");
        SharedKey email = SharedKey.identifier("main", IdentifierType.EMAIL, "", "z@z.cn");
        assertThat(email).isLessThan(phone);
        assertThat(SharedKey.parse(phone.text())).isEqualTo(phone).hasSameHashCodeAs(phone);
    }

    @Test
    void tenantsKindsAndScopesAreOrderedAsInTheText() {
        List<SharedKey> keys = new ArrayList<>();
        for (String tenant : List.of("a", "a-b", "ab")) {
            for (String scope : List.of("", "x", "x!", "xy")) {
                keys.add(SharedKey.identifier(tenant, IdentifierType.OPEN_ID, scope, "1"));
                keys.add(SharedKey.identifier(tenant, IdentifierType.OPEN_ID, scope, "0"));
                keys.add(SharedKey.identifier(tenant, IdentifierType.ACCOUNT, scope, "2"));
                keys.add(SharedKey.block(tenant, scope, "3"));
            }
        }
        Collections.sort(keys);

        assertThat(keys).isSortedAccordingTo(Comparator.comparing(SharedKey::text));
    }

    @Test
    void refusesATextOfUnknownKind() {
        assertThatThrownBy(() -> SharedKey.parse("main:SHOE:x:y")).hasMessageContaining("SHOE");
        assertThatThrownBy(() -> SharedKey.parse("main:PHONE")).hasMessageContaining("main:PHONE");
    }

    @Test
    void refusesAScopeThatWouldMakeTheTextAmbiguous() {
        assertThatThrownBy(() -> SharedKey.identifier("main", IdentifierType.OPEN_ID, "a:b", "x"))
                .hasMessageContaining("a:b");
    }
}
