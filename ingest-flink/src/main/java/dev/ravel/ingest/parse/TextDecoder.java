package dev.ravel.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

/** Decodes records strictly: bytes that are not of the encoding are refused, never replaced. */
final class TextDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    private final Charset charset;

    TextDecoder(String encoding) {
        this.charset = Charset.forName(encoding);
    }

    String decode(byte[] bytes) {
        String text = new String(bytes, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireDecodable(bytes);
        }
        return text;
    }

    private void requireDecodable(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            charset.newDecoder().decode(buffer);
        } catch (CharacterCodingException e) {
            throw new RefusedRecordException(
                    DeadLetterReason.UNREADABLE_BYTES,
                    String.format(Locale.ROOT, "not %s at byte %d", charset.name(), buffer.position()));
        }
    }
}
