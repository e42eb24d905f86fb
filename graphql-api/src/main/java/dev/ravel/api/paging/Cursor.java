package dev.ravel.api.paging;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Opaque cursors: what a page is sorted by, and the value behind which it continues, in URL-safe Base64. */
public final class Cursor {
    private static final int MAX_LENGTH = 1_024;

    private Cursor() {}

    /** The cursor of a value in a list of a kind. */
    public static String of(String kind, String value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + ':' + value).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The value behind a cursor.
     *
     * @throws ApiException with {@code INVALID_INPUT} if the cursor was not made for a list of this kind
     */
    public static String value(String kind, String cursor) {
        if (cursor.length() <= MAX_LENGTH) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (text.startsWith(kind + ':') && text.length() > kind.length() + 1) {
                    return text.substring(kind.length() + 1);
                }
            } catch (IllegalArgumentException e) {
                throw refused(kind);
            }
        }
        throw refused(kind);
    }

    private static ApiException refused(String kind) {
        return new ApiException(
                ApiErrorCode.INVALID_INPUT,
                "after is not a cursor of " + kind + ": give endCursor of the page before, unchanged");
    }
}
