package dev.ravel.cypher.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a statement, checked against what its declaration says. */
final class StatementText {
    private static final Pattern PARAMETER = Pattern.compile("\\$([A-Za-z]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    private StatementText() {}

    static String load(String name, Set<String> declared) {
        String file = name.toLowerCase(Locale.ROOT).replace('_', '-') + ".cypher";
        try (InputStream in = StatementText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + file + " for the statement " + name);
            }
            return checked(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), declared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text, if it uses exactly the parameters declared.
     *
     * @throws IllegalStateException if it does not
     */
    static String checked(String name, String text, Set<String> declared) {
        Set<String> used = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(COMMENT.matcher(text).replaceAll(""));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        if (!used.equals(declared)) {
            throw new IllegalStateException("the statement " + name + " uses the parameters " + used
                    + " but is declared with " + new TreeSet<>(declared));
        }
        return text;
    }
}
