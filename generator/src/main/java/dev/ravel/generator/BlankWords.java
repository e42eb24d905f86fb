package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.List;

/** What stands in fields of which the system knows nothing. */
final class BlankWords {
    private static final List<String> WORDS = List.of("n/a", "N/A", "unknown", "null", "无", "暂无", "未知", "-", "--");
    private static final List<String> FIELDS = List.of(
            AttributeName.PHONE,
            AttributeName.EMAIL,
            AttributeName.ADDRESS,
            AttributeName.BIRTH_DATE,
            AttributeName.NATIONAL_ID,
            AttributeName.LOYALTY_CARD);

    private BlankWords() {}

    static void fill(RecordDraft draft, Dice dice) {
        for (String field : FIELDS) {
            if (!draft.has(field)) {
                draft.with(field, dice.pick(WORDS));
            }
        }
        if (!draft.has(AttributeName.NAME) && !draft.has(AttributeName.ORGANIZATION_NAME)) {
            draft.with(AttributeName.NAME, dice.pick(WORDS));
        }
    }
}
