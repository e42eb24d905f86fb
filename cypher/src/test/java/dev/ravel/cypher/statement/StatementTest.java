package dev.ravel.cypher.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementTest {
    @ParameterizedTest
    @EnumSource(Statement.class)
    void everyStatementSaysWhatItDoes(Statement statement) {
        assertThat(statement.text()).startsWith("// ").endsWith("\n");
    }

    @Test
    void aMissingOrUnknownValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.OFFSET.with(Map.of()))
                .withMessageContaining("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.OFFSET.with(Map.of("key", "a", "limit", 1)))
                .withMessageContaining("limit");
    }

    @Test
    void aTextMustUseWhatIsDeclaredAndNothingElse() {
        assertThat(StatementText.checked("X", "// $comment\nRETURN $a, n:$(b)", Set.of("a")))
                .contains("RETURN");
        assertThatIllegalStateException()
                .isThrownBy(() -> StatementText.checked("X", "RETURN $a, $b", Set.of("a")))
                .withMessageContaining("b");
        assertThatIllegalStateException()
                .isThrownBy(() -> StatementText.checked("X", "RETURN $a", Set.of("a", "unused")))
                .withMessageContaining("unused");
    }

    @Test
    void aStatementWithoutAResourceIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StatementText.load("NOT_THERE", Set.of()))
                .withMessageContaining("not-there.cypher");
    }
}
