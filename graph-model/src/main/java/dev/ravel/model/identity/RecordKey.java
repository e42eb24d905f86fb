package dev.ravel.model.identity;

import java.util.Objects;

/**
 * The identity of a source record: tenant, source system and the id that this system gave it.
 *
 * <p>The text form is {@code tenant:source:id}. Tenant and source contain neither colon, white space nor control
 * characters, so the text form parses back without escapes whatever the id contains. Keys are ordered by tenant,
 * source, id, each by UTF-16 code unit; every tie in Ravel that ends at "the smallest record key" means this order.
 *
 * @param tenant the owner of the data, {@value #DEFAULT_TENANT} unless configured; 1 to 64 characters
 * @param source the system that the record comes from, 1 to 64 characters
 * @param id the system's own id of the record, 1 to 512 characters, no control characters
 */
public record RecordKey(String tenant, String source, String id) implements Comparable<RecordKey> {
    /** The tenant of an installation that serves one. */
    public static final String DEFAULT_TENANT = "main";

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_ID_LENGTH = 512;

    public RecordKey {
        requireName("tenant", tenant);
        requireName("source", source);
        Objects.requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("record id is blank (source " + source + ")");
        }
        if (id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    "record id is longer than " + MAX_ID_LENGTH + " characters (source " + source + ")");
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                throw new IllegalArgumentException("record id contains a control character (source " + source + ")");
            }
        }
    }

    /** The key of a record of the default tenant. */
    public static RecordKey of(String source, String id) {
        return new RecordKey(DEFAULT_TENANT, source, id);
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException if the text is not {@code tenant:source:id}
     */
    public static RecordKey parse(String text) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("not a record key (tenant:source:id): " + text);
        }
        return new RecordKey(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    /** The text form {@code tenant:source:id}. */
    public String text() {
        return tenant + ':' + source + ':' + id;
    }

    @Override
    public int compareTo(RecordKey other) {
        // Equal names are mostly one object, which equals sees at once.
        if (!tenant.equals(other.tenant)) {
            return tenant.compareTo(other.tenant);
        }
        return source.equals(other.source) ? id.compareTo(other.id) : source.compareTo(other.source);
    }

    @Override
    public String toString() {
        return text();
    }

    static void requireName(String what, String value) {
        Objects.requireNonNull(value, what);
        if (value.isEmpty() || value.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(what + " must have 1 to " + MAX_NAME_LENGTH + " characters: " + value);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ':' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        what + " must not contain a colon, white space or a control character: " + value);
            }
        }
    }
}
