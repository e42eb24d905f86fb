package dev.ravel.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Makes the people and outlets of a seed: the same serial is always the same customer. */
final class Population {
    private static final int SLOTS = 4;
    private static final long EMAILS = 100_000_000L;
    private static final long FIRST_QQ = 200_000_000L;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
    private static final int BIRTH_DAYS = 365 * 56;
    private static final List<String> OUTLET_KINDS = Tables.lines("outlet-kinds.txt");
    private static final List<String> OUTLET_WORDS = Tables.lines("outlet-words.txt");

    private Population() {}

    /** The person of a serial who lives at a home, under the base rates of these dials. */
    static Person person(long serial, Dice dice, Address home, Dials dials) {
        boolean male = dice.chance(0.5);
        return person(serial, dice, home, male, dice.chance(dials.share(BaseRate.ENGLISH_PEOPLE)), dials);
    }

    /** The Chinese person of a serial, with a home of their own. */
    static Person chinese(long serial, Dice dice) {
        return person(serial, dice, Address.home(dice), dice.chance(0.5), false, Dials.USUAL);
    }

    /** The English person of a serial, with a home of their own. */
    static Person english(long serial, Dice dice) {
        return person(serial, dice, Address.home(dice), dice.chance(0.5), true, Dials.USUAL);
    }

    /** The outlet of a serial. */
    static Outlet outlet(long serial, Dice dice) {
        return outlet(serial, dice, Dials.USUAL);
    }

    /** The outlet of a serial under the base rates of these dials. */
    static Outlet outlet(long serial, Dice dice, Dials dials) {
        Address address = Address.street(dice);
        Phone phone = dice.chance(dials.share(BaseRate.OUTLET_LANDLINES))
                ? Phone.landline(address.place(), serial * SLOTS)
                : Phone.mobile(serial * SLOTS);
        return new Outlet(
                serial,
                dice.pick(OUTLET_WORDS),
                dice.pick(OUTLET_KINDS),
                address,
                phone,
                "shop" + Serials.scatter(serial, 10_000_000_000L) + "@163.com",
                Documents.businessLicence(address.place(), serial));
    }

    private static Person person(long serial, Dice dice, Address home, boolean male, boolean english, Dials dials) {
        PersonName name = english ? Names.english(dice, male) : Names.chinese(dice, male);
        LocalDate birth = FIRST_BIRTH.plusDays(dice.below(BIRTH_DAYS));
        List<Phone> phones = dice.chance(dials.share(BaseRate.SECOND_PHONES))
                ? List.of(Phone.mobile(serial * SLOTS), Phone.mobile(serial * SLOTS + 1))
                : List.of(Phone.mobile(serial * SLOTS));
        List<Address> homes =
                dice.chance(dials.share(BaseRate.MOVES)) ? List.of(home, Address.home(dice)) : List.of(home);
        return new Person(
                serial,
                name,
                male,
                birth,
                phones,
                List.of(email(serial, name, dice)),
                homes,
                List.of(String.format(Locale.ROOT, "dev-%010d", Serials.scatter(serial * SLOTS, 10_000_000_000L))),
                Documents.nationalId(home.place(), birth, male, dice.below(500)),
                String.format(Locale.ROOT, "VIP%010d", Serials.scatter(serial, 10_000_000_000L)));
    }

    private static String email(long serial, PersonName name, Dice dice) {
        long unique = Serials.scatter(serial, EMAILS);
        int way = dice.below(10);
        if (name.chinese() && way < 5) {
            return FIRST_QQ + unique + "@qq.com";
        }
        String latin = (name.latinGiven() + name.latinFamily())
                .toLowerCase(Locale.ROOT)
                .replace("'", "");
        if (way < 8) {
            return latin + unique + (name.chinese() ? "@163.com" : "@gmail.com");
        }
        return latin + "." + unique + "@company" + unique % 97 + ".com.cn";
    }
}
