package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clerks and forms make of people's names. */
final class NameFlaws {
    private static final double DOCTORS = 0.1;

    private NameFlaws() {}

    static void romanise(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.NAME, raw -> NameReader.chinese(raw)
                .map(name -> dice.chance(0.5) ? name.familyFirst() : name.givenFirst())
                .orElse(raw));
    }

    /** Takes one character for the family's, as a form with two fields does that knows no others. */
    static void splitCompound(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.NAME, raw -> NameReader.chinese(raw)
                .filter(name -> name.family().length() > 1)
                .map(name -> raw.substring(0, 1) + ", " + raw.substring(1))
                .orElse(raw));
    }

    static void slip(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.NAME, raw -> NameReader.chinese(raw)
                .map(name -> name.family() + misheard(name.given(), dice))
                .orElseGet(() -> Typos.slip(raw, dice)));
    }

    static void swap(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.NAME, raw -> {
            Optional<PersonName> chinese = NameReader.chinese(raw);
            if (chinese.isPresent()) {
                return chinese.get().given() + " " + chinese.get().family();
            }
            int blank = raw.indexOf(' ');
            boolean inWords = blank > 0 && raw.indexOf(',') < 0;
            return inWords ? raw.substring(blank + 1) + " " + raw.substring(0, blank) : raw;
        });
    }

    /** Writes how the person is addressed: {@code 王小明先生}, {@code Dr Robert Smith}. */
    static void address(RecordDraft draft, Dice dice) {
        draft.replace(AttributeName.NAME, raw -> {
            boolean latin = raw.charAt(0) < 128;
            String given = latin
                    ? raw.split("[ ,]", 2)[0]
                    : NameReader.chinese(raw).map(PersonName::given).orElse(raw);
            String sex = dice.chance(DOCTORS) ? "n" : NameReader.sex(given);
            return latin ? latinTitle(sex) + " " + raw : raw + hanTitle(sex);
        });
    }

    private static String hanTitle(String sex) {
        return sex.equals("m") ? "先生" : sex.equals("f") ? "女士" : "博士";
    }

    private static String latinTitle(String sex) {
        return sex.equals("m") ? "Mr" : sex.equals("f") ? "Ms" : "Dr";
    }

    /** The given name with one character written as another of the same sound, where there is one. */
    private static String misheard(String given, Dice dice) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < given.length(); i++) {
            String character = given.substring(i, i + 1);
            for (String other : NameReader.homophones(character)) {
                if (!other.equals(character)) {
                    others.add(given.substring(0, i) + other + given.substring(i + 1));
                }
            }
        }
        return others.isEmpty() ? given : dice.pick(others);
    }
}
