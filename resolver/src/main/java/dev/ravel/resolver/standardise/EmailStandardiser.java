package dev.ravel.resolver.standardise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * E-mail addresses: display names dropped ({@code "Jay" <j@x.com>}), case folded, {@code +tag} removed, and the dots
 * that Google ignores removed at its domains.
 */
final class EmailStandardiser {
    private static final Map<String, String> SAME_PROVIDER = Map.of("googlemail.com", "gmail.com");
    private static final Set<String> DOTS_IGNORED = Set.of("gmail.com");
    private static final Set<String> ROLES = Set.of(
            "info",
            "sales",
            "support",
            "contact",
            "contacts",
            "admin",
            "administrator",
            "office",
            "service",
            "services",
            "help",
            "helpdesk",
            "billing",
            "accounts",
            "accounting",
            "finance",
            "hr",
            "jobs",
            "careers",
            "marketing",
            "press",
            "media",
            "enquiries",
            "enquiry",
            "inquiries",
            "inquiry",
            "reception",
            "hello",
            "team",
            "mail",
            "postmaster",
            "webmaster",
            "hostmaster",
            "abuse",
            "security",
            "noreply",
            "no-reply",
            "donotreply",
            "do-not-reply",
            "newsletter",
            "orders",
            "order",
            "shop",
            "store",
            "reservations",
            "booking",
            "bookings",
            "customerservice",
            "customer.service",
            "kefu",
            "service-cn");

    /** What an address is made of that stands beside others in one cell. */
    private static final Pattern PLAIN =
            Pattern.compile("[^@\\s\"<>,;|/、]+@[^@\\s\"<>,;|/、.]+(\\.[^@\\s\"<>,;|/、.]+)+");

    /** Gives each address of a cell with how it is written there; several where each part of the cell is an address. */
    void each(String raw, BiConsumer<StandardEmail, String> found) {
        boolean several = raw.indexOf('@') != raw.lastIndexOf('@');
        List<String> parts = several ? JoinedValues.of(raw, this::isAddress) : List.of();
        if (parts.isEmpty()) {
            standardise(raw).ifPresent(email -> found.accept(email, raw));
        }
        for (String part : parts) {
            standardise(part).ifPresent(email -> found.accept(email, part));
        }
    }

    private boolean isAddress(String text) {
        return text.indexOf('@') == text.lastIndexOf('@')
                && standardise(text)
                        .filter(email -> PLAIN.matcher(email.value()).matches())
                        .isPresent();
    }

    /** The address in its comparable form, of a text that holds one; empty if the text is none. */
    Optional<StandardEmail> standardise(String raw) {
        String text = FoldedText.of(raw);
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        if (open >= 0 && close > open) {
            text = text.substring(open + 1, close);
        }
        text = text.replace(" ", "");
        if (text.startsWith("mailto:")) {
            text = text.substring("mailto:".length());
        }
        int at = text.lastIndexOf('@');
        if (at <= 0 || at == text.length() - 1) {
            return Optional.empty();
        }
        String domain = withoutTrailingDots(text.substring(at + 1));
        domain = SAME_PROVIDER.getOrDefault(domain, domain);
        String local = withoutTag(text.substring(0, at));
        if (DOTS_IGNORED.contains(domain)) {
            local = local.replace(".", "");
        }
        if (local.isEmpty() || domain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StandardEmail(local + '@' + domain, ROLES.contains(local)));
    }

    private static String withoutTag(String local) {
        int plus = local.indexOf('+');
        return plus > 0 ? local.substring(0, plus) : local;
    }

    private static String withoutTrailingDots(String domain) {
        int end = domain.length();
        while (end > 0 && (domain.charAt(end - 1) == '.' || domain.charAt(end - 1) == ',')) {
            end--;
        }
        return domain.substring(0, end);
    }
}
