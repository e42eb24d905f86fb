package dev.ravel.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/** Splits one CSV record into its fields, by RFC 4180. */
public final class CsvFields {
    private CsvFields() {}

    /** The fields of a header; one with broken quotes is cut at each delimiter. */
    public static List<String> splitHeader(String header, char delimiter) {
        try {
            return split(header, delimiter);
        } catch (RefusedRecordException e) {
            List<String> names = new ArrayList<>();
            int from = 0;
            for (int i = 0; i <= header.length(); i++) {
                if (i == header.length() || header.charAt(i) == delimiter) {
                    names.add(header.substring(from, i).replace("\"", ""));
                    from = i + 1;
                }
            }
            return names;
        }
    }

    static List<String> split(String record, char delimiter) {
        List<String> fields = new ArrayList<>();
        int length = record.length();
        int at = 0;
        while (true) {
            if (at < length && record.charAt(at) == '"') {
                int close = closingQuote(record, at + 1);
                String quoted = record.substring(at + 1, close);
                fields.add(quoted.indexOf('"') < 0 ? quoted : quoted.replace("\"\"", "\""));
                at = close + 1;
                if (at < length && record.charAt(at) != delimiter) {
                    throw malformed("text after the closing quote of field " + fields.size());
                }
            } else {
                int end = record.indexOf(delimiter, at);
                end = end < 0 ? length : end;
                fields.add(record.substring(at, end));
                at = end;
            }
            if (at >= length) {
                return fields;
            }
            at++;
        }
    }

    private static int closingQuote(String record, int from) {
        int at = from;
        while (true) {
            int quote = record.indexOf('"', at);
            if (quote < 0) {
                throw malformed("a quote is not closed");
            }
            if (quote + 1 < record.length() && record.charAt(quote + 1) == '"') {
                at = quote + 2;
            } else {
                return quote;
            }
        }
    }

    private static RefusedRecordException malformed(String detail) {
        return new RefusedRecordException(DeadLetterReason.MALFORMED, detail);
    }
}
