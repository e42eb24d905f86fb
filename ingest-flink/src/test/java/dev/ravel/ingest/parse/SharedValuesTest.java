package dev.ravel.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
    private final SharedValues values = new SharedValues();

    @Test
    void equalShortValuesAreOneList() {
        List<String> first = values.shared(List.of(new StringBuilder("上海").toString()));

        assertThat(values.shared(List.of(new StringBuilder("上海").toString()))).isSameAs(first);
    }

    @Test
    void whatIsGivenIsAlwaysEqualToWhatCame() {
        for (int i = 0; i < 200_000; i++) {
            List<String> given = List.of("v" + i);
            assertThat(values.shared(given)).isEqualTo(given);
        }
        // These two have the same hash.
        assertThat(values.shared(List.of("Aa"))).containsExactly("Aa");
        assertThat(values.shared(List.of("BB"))).containsExactly("BB");
    }

    @Test
    void aListThatChangesLaterChangesNothingShared() {
        List<String> given = new ArrayList<>(List.of("男"));
        values.shared(given);
        given.set(0, "女");

        assertThat(values.shared(List.of("男"))).containsExactly("男");
    }

    @Test
    void longAndSeveralValuesPass() {
        List<String> several = List.of("a", "b");
        List<String> one = List.of("x".repeat(100));

        assertThat(values.shared(several)).isSameAs(several);
        assertThat(values.shared(one)).isSameAs(one);
    }
}
