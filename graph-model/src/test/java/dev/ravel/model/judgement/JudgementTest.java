package dev.ravel.model.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static SortedSet<RecordKey> group(String... ids) {
        SortedSet<RecordKey> group = new TreeSet<>();
        for (String id : ids) {
            group.add(RecordKey.of("crm", id));
        }
        return group;
    }

    private static Judgement judgement(Verdict verdict, List<SortedSet<RecordKey>> groups, String reason) {
        return new Judgement("j1", "op1", verdict, groups, "li", reason, Instant.EPOCH);
    }

    @Test
    void listsItsRecordsInOrder() {
        assertThat(judgement(Verdict.NOT_SAME, List.of(group("3"), group("1", "2")), "two people")
                        .records())
                .containsExactly(RecordKey.of("crm", "1"), RecordKey.of("crm", "2"), RecordKey.of("crm", "3"));
    }

    @Test
    void needsAReason() {
        assertThatThrownBy(() -> judgement(Verdict.SAME, List.of(group("1", "2")), " "))
                .hasMessageContaining("reason");
    }

    @Test
    void notSameNeedsTwoGroupsAndSameExactlyOne() {
        assertThatThrownBy(() -> judgement(Verdict.NOT_SAME, List.of(group("1", "2")), "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> judgement(Verdict.SAME, List.of(group("1"), group("2")), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noRecordIsOnTwoSides() {
        assertThatThrownBy(() -> judgement(Verdict.NOT_SAME, List.of(group("1", "2"), group("2")), "x"))
                .hasMessageContaining("main:crm:2");
    }

    @Test
    void givenGroupsMayChangeAfterwardsWithoutEffect() {
        SortedSet<RecordKey> given = group("1", "2");
        Judgement judgement = judgement(Verdict.SAME, List.of(given), "x");
        given.clear();
        assertThat(judgement.records()).hasSize(2);
    }
}
