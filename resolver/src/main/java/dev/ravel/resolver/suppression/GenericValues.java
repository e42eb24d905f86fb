package dev.ravel.resolver.suppression;

import dev.ravel.model.identifier.IdentifierType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values that mean "none", "test" or "nobody in particular", whoever carries them: those that {@code generic-values.txt}
 * lists, and shapes: numbers whose subscriber part is one digit throughout or a run ({@code 12345678}), mailboxes such as
 * {@code noreply@} and {@code none@none.com}, everything at reserved domains.
 */
final class GenericValues {
    private static final String RESOURCE = "generic-values.txt";
    private static final Set<String> LISTED = read();

    /** The subscriber part of a phone that is looked at: its last digits. */
    private static final int SUBSCRIBER_DIGITS = 7;

    private static final int MIN_DOCUMENT_DIGITS = 5;
    private static final Set<String> LOCAL_PARTS = Set.of(
            "noreply",
            "no-reply",
            "no.reply",
            "donotreply",
            "do-not-reply",
            "none",
            "null",
            "na",
            "n/a",
            "nomail",
            "noemail",
            "no-email",
            "no.email",
            "noemailprovided",
            "nobody",
            "unknown",
            "test",
            "tester",
            "testing",
            "test123",
            "fake",
            "dummy",
            "anonymous",
            "example",
            "sample",
            "asdf",
            "qwerty",
            "aaa",
            "xxx",
            "mailer-daemon",
            "postmaster",
            "abuse",
            "undisclosed");
    private static final Set<String> DOMAINS = Set.of(
            "example.com",
            "example.org",
            "example.net",
            "test.com",
            "none.com",
            "noemail.com",
            "nomail.com",
            "email.invalid",
            "localhost",
            "mailinator.com");

    private GenericValues() {}

    static boolean contains(IdentifierType type, String value) {
        if (LISTED.contains(type + " " + value)) {
            return true;
        }
        return switch (type) {
            case PHONE -> isGenericPhone(value);
            case EMAIL -> isGenericEmail(value);
            case NATIONAL_ID, PASSPORT, DRIVERS_LICENCE, TAX_ID, BUSINESS_LICENCE, LOYALTY_CARD ->
                isGenericNumber(value, MIN_DOCUMENT_DIGITS);
            case DEVICE -> isGenericNumber(value, MIN_DOCUMENT_DIGITS);
            case ADDRESS, OPEN_ID, UNION_ID, ACCOUNT, WEBSITE, OTHER -> false;
        };
    }

    private static boolean isGenericPhone(String value) {
        if (value.indexOf('*') >= 0) {
            return false;
        }
        String digits = value.startsWith("+") ? value.substring(1) : value;
        String subscriber =
                digits.length() > SUBSCRIBER_DIGITS ? digits.substring(digits.length() - SUBSCRIBER_DIGITS) : digits;
        return isOneSign(subscriber) || (subscriber.length() == SUBSCRIBER_DIGITS && isRun(subscriber));
    }

    private static boolean isGenericNumber(String value, int minDigits) {
        return value.length() >= minDigits && (isOneSign(value) || isRun(value));
    }

    private static boolean isGenericEmail(String value) {
        int at = value.lastIndexOf('@');
        return LOCAL_PARTS.contains(value.substring(0, at)) || DOMAINS.contains(value.substring(at + 1));
    }

    private static boolean isOneSign(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether each digit is the one before plus one, or minus one, 0 following 9. */
    private static boolean isRun(String text) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            boolean digit = Character.isDigit(text.charAt(i));
            up &= digit && (step == 1 || step == -9);
            down &= digit && (step == -1 || step == 9);
        }
        return up || down;
    }

    private static Set<String> read() {
        InputStream in = GenericValues.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("the resource " + RESOURCE + " is missing from the resolver's jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
