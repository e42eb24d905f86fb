package dev.ravel.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"main:crm:c-1001", "main:crm:with:colons:inside", "租户:客户系统:编号 7", "t:s: leading space"})
    void textFormParsesBack(String text) {
        assertThat(RecordKey.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "crm", "main:crm", ":crm:1", "main::1", "main:crm:", "main:crm: "})
    void refusesWhatIsNotAKey(String text) {
        assertThatThrownBy(() -> RecordKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "co:lon", "tab\tbed", ""})
    void refusesSourceNamesThatWouldMakeTheTextAmbiguous(String source) {
        assertThatThrownBy(() -> RecordKey.of(source, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
    }

    @Test
    void refusesIdsThatCannotBeShownOnOneLine() {
        assertThatThrownBy(() -> RecordKey.of("crm", "a\nb")).hasMessageContaining("control character");
        assertThatThrownBy(() -> RecordKey.of("crm", "x".repeat(513))).hasMessageContaining("512");
    }

    @Test
    void ordersByTenantThenSourceThenId() {
        RecordKey a = new RecordKey("a", "z", "9");
        RecordKey b = new RecordKey("b", "a", "2");
        RecordKey c = new RecordKey("b", "b", "1");
        RecordKey d = new RecordKey("b", "b", "10");
        assertThat(List.of(d, c, b, a).stream().sorted()).containsExactly(a, b, c, d);
    }
}
