package dev.ravel.bench.people;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * People as plain as SQL needs them: one given and one family name in Latin letters, a date of birth, a mobile phone. No
 * nicknames, initials, particles or Han script, so that comparing them takes string functions and nothing that a database
 * lacks. One person has one to four records, with misspelt and swapped names, wrong and missing dates, and new and missing
 * phones; some share a phone with a relative.
 */
public final class PlainPeople {
    /** About so many records share a given name and a year of birth, which makes most of the candidate pairs. */
    private static final int SHARING_NAME_AND_YEAR = 60;

    private static final int FIRST_YEAR = 1945;
    private static final int YEARS = 60;
    private static final int MAX_RECORDS = 4;
    private static final int MIN_GIVEN_NAMES = 20;
    private static final int FAMILY_NAMES_EACH_GIVEN = 6;
    private static final int MAX_GIVEN_NAMES = 1_000;
    private static final int MAX_FAMILY_NAMES = 6_000;
    private static final String[] CONSONANTS = {"p", "t", "k", "f", "s", "j", "l", "m", "n", "r"};
    private static final String[] VOWELS = {"a", "e", "i", "o", "u"};
    private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");

    private final SplittableRandom random;
    private final int givenNames;
    private final int familyNames;
    private final List<SourceRecord> records = new ArrayList<>();
    private final Map<String, String> truth = new HashMap<>();

    private PlainPeople(long seed, int size) {
        random = new SplittableRandom(seed);
        givenNames = Math.min(MAX_GIVEN_NAMES, Math.max(MIN_GIVEN_NAMES, size / (YEARS * SHARING_NAME_AND_YEAR)));
        familyNames = Math.min(MAX_FAMILY_NAMES, givenNames * FAMILY_NAMES_EACH_GIVEN);
    }

    /** So many records of a seed. */
    public static PlainPeople generate(long seed, int size) {
        PlainPeople people = new PlainPeople(seed, size);
        String lastPhone = "";
        String lastFamily = "";
        for (int person = 0; people.records.size() < size; person++) {
            boolean relative = person > 0 && people.random.nextInt(10) == 0;
            String family = relative ? lastFamily : people.family();
            String phone = relative ? lastPhone : people.phone();
            people.addPerson("p" + person, people.given(), family, people.birthDate(), phone, size);
            lastPhone = phone;
            lastFamily = family;
        }
        return people;
    }

    /** The records, of which no two have one key. */
    public List<SourceRecord> records() {
        return records;
    }

    /** The person of each record, by the text of its key. */
    public Map<String, String> truth() {
        return truth;
    }

    private void addPerson(String person, String given, String family, int[] birth, String phone, int size) {
        int copies = 1 + random.nextInt(MAX_RECORDS);
        for (int copy = 0; copy < copies && records.size() < size; copy++) {
            Map<String, List<String>> attributes = new HashMap<>();
            String first = random.nextInt(10) == 0 ? misspelt(given) : given;
            String last = random.nextInt(10) == 0 ? misspelt(family) : family;
            boolean swapped = random.nextInt(50) == 0;
            attributes.put(AttributeName.GIVEN_NAME, List.of(swapped ? last : first));
            attributes.put(AttributeName.FAMILY_NAME, List.of(swapped ? first : last));
            if (random.nextInt(20) != 0) {
                attributes.put(AttributeName.BIRTH_DATE, List.of(written(birth)));
            }
            int luck = random.nextInt(100);
            if (luck < 90) {
                attributes.put(AttributeName.PHONE, List.of(luck < 25 ? phone() : phone));
            }
            RecordKey key = RecordKey.of("plain", String.format(Locale.ROOT, "r%09d", records.size()));
            records.add(SourceRecord.of(key, RecordType.PERSON, OBSERVED, attributes));
            truth.put(key.text(), person);
        }
    }

    private String written(int[] birth) {
        int[] date = birth.clone();
        switch (random.nextInt(25)) {
            case 0 -> date[2] = 1 + random.nextInt(28);
            case 1 -> date[1] = 1 + random.nextInt(12);
            case 2 -> date[0] = FIRST_YEAR + random.nextInt(YEARS);
            default -> {}
        }
        return String.format(Locale.ROOT, "%04d-%02d-%02d", date[0], date[1], date[2]);
    }

    private int[] birthDate() {
        return new int[] {FIRST_YEAR + random.nextInt(YEARS), 1 + random.nextInt(12), 1 + random.nextInt(28)};
    }

    private String given() {
        return name(random.nextInt(givenNames), 1);
    }

    private String family() {
        return name(random.nextInt(familyNames), 2);
    }

    /** A name of syllables, different for different numbers. */
    private static String name(int number, int kind) {
        StringBuilder name = new StringBuilder();
        int rest = number;
        for (int syllable = 0; syllable < 3; syllable++) {
            name.append(CONSONANTS[rest % CONSONANTS.length]);
            name.append(VOWELS[(number / 1_000 + number + syllable * kind) % VOWELS.length]);
            rest /= CONSONANTS.length;
        }
        return kind == 1
                ? name.substring(0, 5)
                : name.append(CONSONANTS[number / 1_000 % CONSONANTS.length]).toString();
    }

    private String phone() {
        return "139" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    }

    private String misspelt(String name) {
        StringBuilder changed = new StringBuilder(name);
        int at = random.nextInt(name.length());
        char letter = (char) ('a' + random.nextInt(26));
        switch (random.nextInt(3)) {
            case 0 -> changed.setCharAt(at, letter);
            case 1 -> changed.insert(at, letter);
            default -> changed.deleteCharAt(at);
        }
        return changed.toString();
    }
}
