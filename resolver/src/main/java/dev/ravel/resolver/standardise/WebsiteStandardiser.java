package dev.ravel.resolver.standardise;

import java.util.Optional;

/** Web addresses, reduced to the host without {@code www.}: the pages of one site are one customer's. */
final class WebsiteStandardiser {
    private WebsiteStandardiser() {}

    /** The host; empty if the text holds none. */
    static Optional<String> standardise(String raw) {
        String text = FoldedText.of(raw).replace(" ", "");
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            text = text.substring(scheme + 3);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '?' || c == '#' || c == ':') {
                text = text.substring(0, i);
                break;
            }
        }
        if (text.startsWith("www.")) {
            text = text.substring("www.".length());
        }
        return text.indexOf('.') > 0 ? Optional.of(text) : Optional.empty();
    }
}
