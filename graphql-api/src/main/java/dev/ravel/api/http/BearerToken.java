package dev.ravel.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret that callers must show, compared in constant time. Without one, everybody may ask. */
final class BearerToken {
    private static final String SCHEME = "bearer ";

    private final Optional<byte[]> secret;

    BearerToken(Optional<String> token) {
        this.secret = token.map(text -> text.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether an {@code Authorization} value, {@code Bearer …}, is good enough. */
    boolean accepts(@Nullable String authorization) {
        if (secret.isEmpty()) {
            return true;
        }
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] shown = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret.get(), shown);
    }

    boolean isRequired() {
        return secret.isPresent();
    }
}
