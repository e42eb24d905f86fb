package dev.ravel.resolver.standardise;

/**
 * An e-mail address in its comparable form.
 *
 * @param value local part, {@code @}, domain
 * @param shared whether the mailbox belongs to a role and not to a person ({@code info@}, {@code sales@})
 */
record StandardEmail(String value, boolean shared) {
    /** What stands before the last {@code @}. */
    String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** What stands after the last {@code @}. */
    String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
