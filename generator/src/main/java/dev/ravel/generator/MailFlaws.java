package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.List;

/** What people write before the @. */
final class MailFlaws {
    private static final List<String> TAGS = List.of("shop", "app", "news", "2025", "taobao");
    private static final List<String> ROLES = List.of("info", "service", "kefu", "sales", "office");
    private static final int OFFICES = 97;

    private MailFlaws() {}

    static void tag(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.EMAIL, raw -> local(raw) + "+" + dice.pick(TAGS) + domain(raw));
    }

    static void dot(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.EMAIL, raw -> {
            String local = local(raw);
            if (!domain(raw).equalsIgnoreCase("@gmail.com") || local.length() < 2) {
                return raw;
            }
            int at = dice.between(1, local.length() - 1);
            return local.substring(0, at) + "." + local.substring(at) + domain(raw);
        });
    }

    static void replaceByRole(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.EMAIL, raw -> dice.pick(ROLES) + "@company" + dice.below(OFFICES) + ".com.cn");
    }

    private static String local(String email) {
        return email.substring(0, email.indexOf('@'));
    }

    private static String domain(String email) {
        return email.substring(email.indexOf('@'));
    }
}
