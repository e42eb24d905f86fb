package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;

/** What becomes of identity numbers (身份证). */
final class DocumentFlaws {
    private static final int MISTYPED_DIGIT = 15;

    private DocumentFlaws() {}

    /** Fifteen digits, as until 1999: the year in two, no check sign. */
    static void writeAsBefore(RecordDraft draft, Dice dice) {
        draft.replace(
                AttributeName.NATIONAL_ID,
                raw -> raw.startsWith("19", 6) ? raw.substring(0, 6) + raw.substring(8, 17) : raw);
    }

    static void mistype(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.NATIONAL_ID, raw -> Typos.swapped(raw, MISTYPED_DIGIT));
    }
}
