package dev.ravel.configuration.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A value composed of fields: {@code {last}, {first} {middle}}. A text without braces is one field, or a constant where
 * the key takes constants.
 *
 * <p>Missing parts collapse cleanly: what stands between two fields is written only between two fields that are there,
 * and of several such separators in a row the first; what stands before the first or after the last field is written
 * if any field is there. A field with an exclamation mark, {@code {country}/{number!}}, must be there, else there is no
 * value at all.
 */
public final class Template implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final List<String> fields;
    /** One more than fields: before the first, between them, after the last. */
    private final List<String> literals;
    /** Positions of the fields that must be there. */
    private final List<Integer> required;

    private Template(String text, List<String> fields, List<String> literals, List<Integer> required) {
        this.text = text;
        this.fields = List.copyOf(fields);
        this.literals = List.copyOf(literals);
        this.required = List.copyOf(required);
    }

    /**
     * Reads a template; a text without braces names one field.
     *
     * @throws IllegalArgumentException if the text is blank or a brace is not closed
     */
    public static Template parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a template is blank");
        }
        if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            return new Template(text, List.of(text.strip()), List.of("", ""), List.of());
        }
        return parseBraces(text);
    }

    /**
     * Reads a template where a text without braces is meant as it stands.
     *
     * @throws IllegalArgumentException if the text is blank or a brace is not closed
     */
    public static Template parseOrConstant(String text) {
        return text.indexOf('{') < 0 ? constant(text) : parse(text);
    }

    /** The template that always gives this text. */
    public static Template constant(String text) {
        return new Template(text, List.of(), List.of(text), List.of());
    }

    /** The template of one field. */
    public static Template field(String field) {
        return new Template('{' + field + '}', List.of(field), List.of("", ""), List.of());
    }

    private static Template parseBraces(String text) {
        List<String> fields = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        List<Integer> required = new ArrayList<>();
        int at = 0;
        while (true) {
            int open = text.indexOf('{', at);
            String literal = open < 0 ? text.substring(at) : text.substring(at, open);
            if (literal.indexOf('}') >= 0) {
                throw new IllegalArgumentException("a } without a { in the template " + text);
            }
            literals.add(literal);
            if (open < 0) {
                return new Template(text, fields, literals, required);
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a { without a } in the template " + text);
            }
            String field = text.substring(open + 1, close).strip();
            if (field.isEmpty() || field.indexOf('{') >= 0) {
                throw new IllegalArgumentException("no field between { and } in the template " + text);
            }
            if (field.length() > 1 && field.endsWith("!")) {
                required.add(fields.size());
                field = field.substring(0, field.length() - 1);
            }
            fields.add(field);
            at = close + 1;
        }
    }

    /** The fields in order. */
    public List<String> fields() {
        return fields;
    }

    /** Whether this is a single field and nothing else. */
    public boolean isPlainField() {
        return fields.size() == 1
                && literals.get(0).isEmpty()
                && literals.get(1).isEmpty();
    }

    /** The value, given each field's; empty if the template has fields and all of them are blank. */
    public String render(UnaryOperator<String> valueOf) {
        String[] values = new String[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueOf.apply(fields.get(i));
        }
        return render(values);
    }

    /** The value, given the fields' in the order of {@link #fields}. */
    public String render(String[] values) {
        if (fields.isEmpty()) {
            return literals.get(0);
        }
        if (values.length == 1 && isPlainField()) {
            return values[0].strip();
        }
        for (int position : required) {
            if (values[position].isBlank()) {
                return "";
            }
        }
        StringBuilder composed = new StringBuilder();
        int lastPresent = -1;
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isBlank()) {
                composed.append(literals.get(lastPresent + 1)).append(values[i].strip());
                lastPresent = i;
            }
        }
        if (lastPresent < 0) {
            return "";
        }
        return composed.append(literals.get(fields.size())).toString().strip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that
                && fields.equals(that.fields)
                && literals.equals(that.literals)
                && required.equals(that.required);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields, literals, required);
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
