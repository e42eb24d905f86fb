package dev.ravel.resolver.blocking;

import dev.ravel.resolver.standardise.AddressParts;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.OrganizationName;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardAddress;
import dev.ravel.resolver.standardise.StandardDate;
import dev.ravel.resolver.standardise.StandardLocation;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What makes two records worth comparing beside a shared identifier. Each rule turns a record into few selective values;
 * records that share one are candidates. Which rules apply, to which records and in which order, a model says: {@link
 * BlockingRules}.
 *
 * <p>Names enter by their sound, so that spelling does not matter, and family and given name in either order.
 *
 * <p>Some rules are wide: they ask for one thing less, and would give a big source large blocks. They are meant for records
 * with few identifiers, which have little else to be found by.
 */
public enum BlockingRule {
    /** Same birth date, day and month in either order, and one name that begins with the same two sounds. */
    BIRTH_DATE_AND_NAME("birthDateAndName") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (StandardDate date : record.birthDates()) {
                if (date.isComplete()) {
                    int low = Math.min(date.month(), date.day());
                    int high = Math.max(date.month(), date.day());
                    String day = (date.year() * 100 + low) * 100 + high + "|";
                    for (PersonName name : record.people()) {
                        if (!name.family().isEmpty()) {
                            found.add(day + start(name.family().get(0).sound()));
                        }
                        if (!name.given().isEmpty()) {
                            found.add(day + start(name.given().get(0).sound()));
                        }
                    }
                    for (OrganizationName name : record.organizations()) {
                        found.add(day + start(name.words().get(0).sound()));
                    }
                }
            }
        }
    },
    /** Same sound of the whole name, and same year of birth. */
    NAME_AND_BIRTH_YEAR("nameAndBirthYear") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (PersonName name : record.people()) {
                for (StandardDate date : record.birthDates()) {
                    wholeName(name, found, date.year() + "");
                }
            }
        }
    },
    /** Same sound of the whole name, and same postcode, or city where there is no postcode, or place of birth. */
    NAME_AND_LOCALITY("nameAndLocality") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            List<String> places = record.postcodes().isEmpty() ? record.cities() : record.postcodes();
            for (PersonName name : record.people()) {
                places.forEach(place -> wholeName(name, found, place));
                record.origins().forEach(place -> wholeName(name, found, place));
            }
            for (OrganizationName name : record.organizations()) {
                places.forEach(place -> found.add(firstSounds(name) + '|' + place));
            }
        }
    },
    /** Same sound of the family name, and same house number in a street that begins with the same word. */
    FAMILY_AND_PREMISES("familyAndPremises") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (StandardAddress address : record.addresses()) {
                String premises = premises(address);
                if (!premises.isEmpty()) {
                    for (PersonName name : record.people()) {
                        name.family().forEach(word -> found.add(word.sound() + '|' + premises));
                    }
                }
            }
        }
    },
    /** Same sound of the family name, or start of an organisation's, and coordinates within some hundred metres. */
    NAME_AND_SPOT("nameAndSpot") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (StandardLocation location : record.locations()) {
                for (String cell : location.cells()) {
                    for (PersonName name : record.people()) {
                        name.family().forEach(word -> found.add(word.sound() + '|' + cell));
                    }
                    for (OrganizationName name : record.organizations()) {
                        found.add(firstSounds(name) + '|' + cell);
                    }
                }
            }
        }
    },
    /** Same sound of the family name, and an employer whose name begins with the same word. */
    FAMILY_AND_EMPLOYER("familyAndEmployer") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (OrganizationName employer : record.employers()) {
                int end = employer.core().indexOf(' ');
                String first = end < 0 ? employer.core() : employer.core().substring(0, end);
                for (PersonName name : record.people()) {
                    name.family().forEach(word -> found.add(word.sound() + '|' + first));
                }
            }
        }
    },
    /** Same words in an organisation's name, in any order. */
    ORGANIZATION_NAME("organizationName") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (OrganizationName name : record.organizations()) {
                StringBuilder words = new StringBuilder();
                name.words().forEach(word -> words.append(word.text()).append(' '));
                found.add(words.toString().strip());
            }
        }
    },
    /** Organisations in the same postcode with the same house number. */
    ORGANIZATION_PREMISES("organizationPremises") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            if (!record.organizations().isEmpty()) {
                for (StandardAddress address : record.addresses()) {
                    for (String word : address.words()) {
                        if (!address.postcode().isEmpty() && address.isNumber(word)) {
                            found.add(address.postcode() + '|' + word);
                        }
                    }
                }
            }
        }
    },
    /** Same local part of a personal e-mail address, whatever the domain. */
    EMAIL_LOCAL_PART("emailLocalPart") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (String local : record.emailLocalParts()) {
                if (local.length() >= MIN_LOCAL_PART) {
                    found.add(local);
                }
            }
        }
    },
    /** Same last digits of a phone that is not a mobile of the default region: one side may lack its area code. */
    PHONE_TAIL("phoneTail") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            found.addAll(record.phoneTails());
        }
    },
    /** Same birth date; wide. */
    BIRTH_DATE("birthDate") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (StandardDate date : record.birthDates()) {
                if (date.isComplete()) {
                    found.add(date.text());
                }
            }
        }
    },
    /** Same sound of the whole name; wide. */
    NAME("name") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            record.people().forEach(name -> wholeName(name, found, ""));
        }
    },
    /** Same sound of the family or the given name, and same postcode or city; wide. */
    ONE_NAME_AND_LOCALITY("oneNameAndLocality") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (PersonName name : record.people()) {
                record.cities().forEach(place -> oneName(name, found, place));
                record.postcodes().forEach(place -> oneName(name, found, place));
                record.origins().forEach(place -> oneName(name, found, place));
            }
        }
    },
    /** Same sound of the family or the given name, and same year of birth; wide. */
    ONE_NAME_AND_BIRTH_YEAR("oneNameAndBirthYear") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (PersonName name : record.people()) {
                for (StandardDate date : record.birthDates()) {
                    oneName(name, found, Integer.toString(date.year()));
                }
            }
        }
    },
    /**
     * A word of an organisation's name in common, by its sound, or three Han characters in a row; wide.
     * Words that many have propose nothing, because their blocks are too large: what is left are the rare ones.
     */
    ORGANIZATION_WORD("organizationWord") {
        @Override
        void collect(StandardValues record, Set<String> found) {
            for (OrganizationName name : record.organizations()) {
                for (int i = 0; i + HAN_RUN <= name.han().length(); i++) {
                    found.add(name.han().substring(i, i + HAN_RUN));
                }
                for (NameToken word : name.words()) {
                    if (name.han().isEmpty() && word.text().length() >= MIN_ORGANIZATION_WORD) {
                        found.add(soundOf(word));
                    }
                }
            }
        }
    };

    private static final int MIN_LOCAL_PART = 5;
    private static final int MIN_ORGANIZATION_WORD = 4;
    private static final int HAN_RUN = 3;

    private final String keyName;

    BlockingRule(String keyName) {
        this.keyName = keyName;
    }

    /** The rule of this name. */
    public static Optional<BlockingRule> named(String keyName) {
        return Arrays.stream(values())
                .filter(rule -> rule.keyName.equals(keyName))
                .findFirst();
    }

    /** The rule's name, which is the scope of its keys and what a match says it was found by. */
    public String keyName() {
        return keyName;
    }

    /** The blocks of a record, ascending, however many; empty if the rule finds nothing in it. */
    SortedSet<String> values(StandardValues record) {
        SortedSet<String> found = new TreeSet<>();
        collect(record, found);
        return found;
    }

    abstract void collect(StandardValues record, Set<String> found);

    private static void wholeName(PersonName name, Set<String> found, String with) {
        if (!name.family().isEmpty() && !name.given().isEmpty()) {
            String family = name.family().get(name.family().size() - 1).sound();
            String given = name.given().get(0).sound();
            boolean inOrder = family.compareTo(given) <= 0;
            found.add((inOrder ? family + ' ' + given : given + ' ' + family) + '|' + with);
        }
    }

    private static void oneName(PersonName name, Set<String> found, String with) {
        if (!name.family().isEmpty()) {
            found.add(soundOf(name.family().get(0)) + '|' + with);
        }
        if (!name.given().isEmpty()) {
            found.add(soundOf(name.given().get(0)) + '|' + with);
        }
    }

    private static String soundOf(NameToken word) {
        return word.sound().isEmpty() ? word.text() : word.sound();
    }

    private static String start(String sound) {
        return sound.length() <= 2 ? sound : sound.substring(0, 2);
    }

    private static String firstSounds(OrganizationName name) {
        int end = name.core().indexOf(' ');
        String first = end < 0 ? name.core() : name.core().substring(0, end);
        for (NameToken word : name.words()) {
            if (word.text().equals(first)) {
                String sound = word.sound().isEmpty() ? word.text() : word.sound();
                return sound.substring(0, Math.min(4, sound.length())).toUpperCase(Locale.ROOT);
            }
        }
        return first;
    }

    /**
     * A house number and the word that names its street, or the number of a building and its estate. Of a road that
     * is not known by one word it is the first long word behind the first number, or the first word where numbers come last.
     */
    private static String premises(StandardAddress address) {
        AddressParts parts = address.parts();
        if (!parts.number().isEmpty() && parts.road().size() == 1) {
            return parts.number() + '|' + parts.road().get(0);
        }
        String[] words = address.value().split(" ");
        for (int i = 0; i < words.length; i++) {
            if (address.isNumber(words[i])) {
                for (int j = i + 1; j < words.length && j <= i + 2; j++) {
                    if (isStreetWord(words[j])) {
                        return words[i] + '|' + words[j];
                    }
                }
                return i > 0 ? words[i] + '|' + words[0] : words[i];
            }
        }
        boolean inEstate = !parts.estate().isEmpty() && !parts.building().isEmpty();
        return inEstate ? parts.building() + '|' + parts.estate() : "";
    }

    private static boolean isStreetWord(String word) {
        return word.length() > 2 && !Character.isDigit(word.charAt(0));
    }
}
