package dev.ravel.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that are no text: known by how they begin, or by their many control characters. */
final class NotText {
    private static final int HEAD_BYTES = 1 << 13;
    private static final int CONTROLS_IN = 20;
    private static final Map<String, String> BEGINNINGS = beginnings();

    private NotText() {}

    private static Map<String, String> beginnings() {
        String unpack = "; unpack it, or pack it with gzip";
        String sheet = "; save the sheet as CSV (UTF-8) and give that";
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(
                "PK\u0003\u0004",
                "an Excel workbook or a ZIP archive; save the sheet as CSV (UTF-8), or unpack it, and give that");
        kinds.put("\u00D0\u00CF\u0011\u00E0", "an Excel workbook" + sheet);
        kinds.put("BZh", "packed by bzip2" + unpack);
        kinds.put("\u00FD7zXZ", "packed by xz" + unpack);
        kinds.put("(\u00B5/\u00FD", "packed by zstd" + unpack);
        kinds.put("7z\u00BC\u00AF", "packed by 7-Zip" + unpack);
        kinds.put("%PDF-", "a PDF document; give a table as CSV or JSON Lines");
        kinds.put("PAR1", "a Parquet file; export it as CSV or JSON Lines");
        return kinds;
    }

    /**
     * Refuses a file that is no text.
     *
     * @throws UnreadableFileException saying what it is and what to do
     */
    static void refuse(StoredInput file) throws IOException {
        byte[] head;
        try (InputStream content = file.open(0)) {
            head = content.readNBytes(HEAD_BYTES);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : BEGINNINGS.entrySet()) {
            if (text.startsWith(kind.getKey()) && (kind.getKey().charAt(0) != 'B' || hasControls(text))) {
                throw new UnreadableFileException(file.location(), kind.getValue());
            }
        }
        if (hasControls(text)) {
            throw new UnreadableFileException(
                    file.location(),
                    "not text, or UTF-16 without a byte order mark; save it as CSV or JSON Lines in UTF-8, or leave it out");
        }
    }

    /** Whether more than one character in twenty is a control character that no text has. */
    private static boolean hasControls(String text) {
        long controls = text.chars()
                .filter(c -> c < ' ' && "\t\n\u000B\f\r\u001B".indexOf(c) < 0)
                .count();
        return controls * CONTROLS_IN > text.length();
    }
}
