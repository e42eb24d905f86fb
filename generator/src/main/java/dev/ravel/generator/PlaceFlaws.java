package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.List;

/** What is left out of addresses, and what outlets hang behind their names. */
final class PlaceFlaws {
    private static final List<String> PROVINCES = Tables.rows("places.tsv").stream()
            .filter(row -> !row[0].equals(row[1]))
            .map(row -> row[0])
            .distinct()
            .toList();

    private PlaceFlaws() {}

    static void dropProvince(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.ADDRESS, raw -> PROVINCES.stream()
                .filter(raw::startsWith)
                .findFirst()
                .map(province -> raw.substring(province.length()))
                .orElse(raw));
    }

    /** {@code 鑫源便利店（人民路店）} as {@code 鑫源便利店人民路店}, {@code 鑫源便利店} as {@code 鑫源便利店总店}. */
    static void suffixBranch(RecordDraft draft, Dice dice) {
        draft.replace(
                AttributeName.ORGANIZATION_NAME,
                raw -> raw.indexOf('（') > 0 ? raw.replace("（", "").replace("）", "") : raw + "总店");
    }
}
