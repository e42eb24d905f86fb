package dev.ravel.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a version held: ISO dates and times with or without zone, also with a blank between date and time, with
 * slashes or Chinese units in the date, and epoch seconds (9 or 10 digits) or milliseconds (12 or 13 digits).
 */
final class ObservedTime {
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{12,13}");
    private static final int ISO_LOCAL_LENGTH = "2026-03-01T08:00:00".length();

    private ObservedTime() {}

    /** The instant; a time without a zone is in {@code zone}. */
    static Instant parse(String given, ZoneId zone) {
        String text = given.strip();
        try {
            if (text.length() >= ISO_LOCAL_LENGTH && text.charAt(10) == 'T') {
                return iso(text, zone);
            }
            return lenient(text, zone);
        } catch (DateTimeException e) {
            return lenient(text, zone);
        }
    }

    private static Instant iso(String text, ZoneId zone) {
        char last = text.charAt(text.length() - 1);
        if (last == 'Z') {
            return text.length() == ISO_LOCAL_LENGTH + 1 ? utcSecond(text) : Instant.parse(text);
        }
        if (text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    /** {@code 2026-03-01T08:00:00Z}, how most times are written, without the formatter's machinery. */
    private static Instant utcSecond(String text) {
        boolean marked =
                text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(13) == ':' && text.charAt(16) == ':';
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        boolean usual = marked && year >= 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && second >= 0;
        if (!usual || hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        return LocalDate.of(year, month, day).atTime(hour, minute, second).toInstant(ZoneOffset.UTC);
    }

    /** The number that the digits between two positions write; -1 if one of them is no digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static Instant lenient(String text, ZoneId zone) {
        if (EPOCH_SECONDS.matcher(text).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (EPOCH_MILLIS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.matches()) {
            throw invalid(text);
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            if (matcher.group(4) == null) {
                return date.atStartOfDay(zone).toInstant();
            }
            int second = matcher.group(6) == null ? 0 : number(matcher, 6);
            LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5), second, nanos(matcher.group(7)));
            ZoneId stated = matcher.group(8) == null ? zone : ZoneOffset.of(matcher.group(8));
            return date.atTime(time).atZone(stated).toInstant();
        } catch (DateTimeException e) {
            throw invalid(text);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static RefusedRecordException invalid(String text) {
        return new RefusedRecordException(DeadLetterReason.INVALID_TIME, "not a time: " + text);
    }
}
