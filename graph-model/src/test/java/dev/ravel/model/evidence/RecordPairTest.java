package dev.ravel.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.RecordKey;
import org.junit.jupiter.api.Test;

class RecordPairTest {
    private static final RecordKey A = RecordKey.of("crm", "1");
    private static final RecordKey B = RecordKey.of("shop", "1");

    @Test
    void isTheSamePairFromEitherSide() {
        assertThat(RecordPair.of(A, B)).isEqualTo(RecordPair.of(B, A));
        assertThat(RecordPair.of(B, A).smaller()).isEqualTo(A);
        assertThat(RecordPair.of(B, A).other(A)).isEqualTo(B);
    }

    @Test
    void aRecordIsNoPairWithItself() {
        assertThatThrownBy(() -> RecordPair.of(A, A)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToNameThePartnerOfAStranger() {
        assertThatThrownBy(() -> RecordPair.of(A, B).other(RecordKey.of("app", "9")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
