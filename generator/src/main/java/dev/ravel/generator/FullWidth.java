package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.List;

/** Letters, digits and signs of full width, as a Chinese input method leaves them: １３８, ＠. */
final class FullWidth {
    private static final List<String> TYPED = List.of(
            AttributeName.NAME,
            AttributeName.PHONE,
            AttributeName.EMAIL,
            AttributeName.ADDRESS,
            AttributeName.BIRTH_DATE,
            AttributeName.NATIONAL_ID,
            AttributeName.BUSINESS_LICENCE,
            AttributeName.LOYALTY_CARD);

    private FullWidth() {}

    static void apply(RecordDraft draft, Dice dice) {
        TYPED.forEach(attribute -> draft.replace(attribute, FullWidth::of));
    }

    /** The text with each visible sign of ASCII in full width, and the blank as the ideographic one. */
    static String of(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> wide.append(c == ' ' ? '　' : c > ' ' && c <= '~' ? (char) (c - '!' + '！') : (char) c));
        return wide.toString();
    }
}
