package dev.ravel.ingest.input;

/** Tells whether bytes are well-formed UTF-8 (Unicode 15, table 3-7), without decoding them. */
final class Utf8 {
    private Utf8() {}

    /** Whether the bytes from {@code from} to {@code to - 1} are whole characters, each in its shortest form. */
    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at++];
            if (lead >= 0) {
                continue;
            }
            int following = following(lead & 0xff);
            if (following == 0 || to - at < following || !isSecond(lead & 0xff, bytes[at] & 0xff)) {
                return false;
            }
            for (int i = 1; i < following; i++) {
                if (!isContinuation(bytes[at + i])) {
                    return false;
                }
            }
            at += following;
        }
        return true;
    }

    /** How many bytes follow a first byte of 0x80 or more; 0 if it begins no character. */
    private static int following(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    }

    /** Leaves out longer forms than needed, surrogates, and what is past the last character. */
    private static boolean isSecond(int lead, int second) {
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
