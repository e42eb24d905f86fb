package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What forms and people make of birth dates. */
final class DateFlaws {
    private static final int MONTHS = 12;
    private static final List<DateTimeFormatter> FORMATS = Stream.of(
                    "yyyy/M/d",
                    "yyyyMMdd",
                    "yyyy.MM.dd",
                    "yyyy年M月d日",
                    "dd/MM/yyyy",
                    "d.M.yyyy",
                    "MMM d, yyyy",
                    "d-MMM-yy",
                    "d/M/yy",
                    "yy年M月d日")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US))
            .toList();

    private DateFlaws() {}

    static void swapDayAndMonth(RecordDraft draft, Dice dice) {
        dates(
                draft,
                date -> date.getDayOfMonth() > MONTHS
                        ? date
                        : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
    }

    static void keepYear(RecordDraft draft, Dice dice) {
        dates(draft, date -> date.withDayOfYear(1));
    }

    static void reformat(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.BIRTH_DATE, raw -> dice.pick(FORMATS).format(LocalDate.parse(raw)));
    }

    private static void dates(RecordDraft draft, UnaryOperator<LocalDate> change) {
        draft.replace(AttributeName.BIRTH_DATE, raw -> change.apply(LocalDate.parse(raw))
                .toString());
    }
}
