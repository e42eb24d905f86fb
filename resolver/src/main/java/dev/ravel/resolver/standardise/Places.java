package dev.ravel.resolver.standardise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The codes of countries and of states, from the many ways they are written: {@code USA}, {@code Germany}, {@code Texas}. */
final class Places {
    private final Map<String, String> codes;

    private Places(Map<String, String> codes) {
        this.codes = codes;
    }

    static Places shipped() {
        Map<String, String> codes = new HashMap<>();
        for (String line : WordList.lines("places.txt")) {
            int equals = line.indexOf('=');
            String code = line.substring(0, equals).strip();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            for (String name : line.substring(equals + 1).split(",")) {
                codes.put(name.strip(), code);
            }
        }
        return new Places(codes);
    }

    /** Whether a folded text is a country or state that is known. */
    boolean isKnown(String folded) {
        return codes.containsKey(folded.strip());
    }

    /** The code of a place; what is not known stays as written, in upper case and without blanks and marks. */
    String code(String folded) {
        String known = codes.get(folded.strip());
        if (known != null) {
            return known;
        }
        StringBuilder signs = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                signs.append(folded.charAt(i));
            }
        }
        return signs.toString().toUpperCase(Locale.ROOT);
    }
}
