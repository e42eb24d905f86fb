package dev.ravel.generator;

import dev.ravel.model.location.Datum;
import dev.ravel.model.location.GeoPoint;
import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.Locale;

/**
 * What Chinese commerce makes of the records of one neighbourhood, as far as its dials are turned. Has dice of its own, so
 * that a dial at 0 leaves all else as it is.
 */
final class CommerceHabits {
    /** The slots of a neighbourhood's serials past its customers and scenarios. */
    private static final long SALESPEOPLE = 8000;

    private static final int SALESPEOPLE_COUNT = 5;
    private static final int CHAINS = 8;
    private static final int SLOTS = 4;
    private static final int FORMER_RECORD = 100;
    private static final double NOISE_METRES = 15;
    private static final double METRES_PER_DEGREE = 111_195;
    /** A person's slot of phones and accounts that nothing else uses. */
    private static final int SECOND_OF_A_CELL = 3;

    /** Sets the dice of cells apart from those of customers. */
    private static final long CELLS = 0x63656C6CL;

    private static final List<String> SIGNS = List.of("/", " / ", "、", "; ", "；", ", ");

    private static final List<String> DOTS = List.of("·", "·", "•", "・", "‧", "");

    private final Dials dials;
    private final long seed;
    private final long firstSerial;

    CommerceHabits(Dials dials, long seed, long firstSerial) {
        this.dials = dials;
        this.seed = seed;
        this.firstSerial = firstSerial;
    }

    /** The dice of a customer's records, which nothing else rolls. */
    Dice dice(Customer customer) {
        return dice(customer, Matter.RECORDS);
    }

    /** What is decided of a customer, each with dice of its own. */
    private enum Matter {
        RECORDS,
        NAME,
        CHAIN,
        TRANSFER,
        NUMBER
    }

    private Dice dice(Customer customer, Matter matter) {
        return Dice.of(~seed, customer.serial() * Matter.values().length + matter.ordinal());
    }

    /** The person under a name of another language, for some. */
    Person named(Person person) {
        Dice dice = dice(person, Matter.NAME);
        return person.name().chinese() && dice.chance(dials.share(Dial.DOTTED_NAMES))
                ? person.named(Names.dotted(dice))
                : person;
    }

    /** The outlet as one of a chain, for some. */
    Outlet inChain(Outlet outlet) {
        Dice dice = dice(outlet, Matter.CHAIN);
        if (!dice.chance(dials.share(Dial.CHAINS))) {
            return outlet;
        }
        long chain = firstSerial + SALESPEOPLE + dice.below(CHAINS);
        Outlet head = Population.outlet(chain, Dice.of(~seed, chain));
        return new Outlet(
                outlet.serial(),
                head.word(),
                head.kind(),
                outlet.address(),
                outlet.phone(),
                outlet.email(),
                head.licence());
    }

    /** Whether the outlet goes on under a new owner. */
    boolean isTransferred(Outlet outlet) {
        return dice(outlet, Matter.TRANSFER).chance(dials.share(Dial.TRANSFERS));
    }

    /** The outlet under its new owner. */
    Outlet transferred(Outlet outlet) {
        return new Outlet(
                outlet.serial(),
                outlet.word(),
                outlet.kind(),
                outlet.address(),
                Phone.mobile(outlet.serial() * SLOTS + 1),
                outlet.email(),
                Documents.businessLicence(
                        outlet.address().place(), outlet.serial() + CustomerGenerator.MAX_CUSTOMERS * 2));
    }

    /** Whether somebody else had the phone of a household's head. */
    boolean isRecycled(Person head) {
        return dice(head, Matter.NUMBER).chance(dials.share(Dial.RECYCLED_PHONES));
    }

    /** What the help desk wrote three years ago about the one who had the phone then. */
    RecordDraft former(Person holder, Phone phone) {
        return RecordDraft.of(SourceSystem.SUPPORT, holder, FORMER_RECORD)
                .with(AttributeName.NAME, holder.name().usual())
                .with(AttributeName.PHONE, phone.plain())
                .with(AttributeName.EMAIL, holder.email());
    }

    /** Writes what the dials ask for into a person's record. */
    void write(RecordDraft draft, SourceSystem system, Person person, Person friend, Person leader, Dice dice) {
        if (system == SourceSystem.SHOP) {
            parcel(draft, person, friend, leader, dice);
        }
        if (draft.has(AttributeName.NAME)) {
            draft.replace(AttributeName.NAME, name -> name.replace("·", dice.pick(DOTS)));
        }
        boolean online = system == SourceSystem.SHOP || system == SourceSystem.APP;
        if (online && dice.chance(dials.share(Dial.WECHAT_ACCOUNTS))) {
            draft.with(AttributeName.OPEN_ID, "wx" + system.source() + "/o" + account(person, system.ordinal() + 1));
            unionId(draft, person);
        }
        if (draft.has(AttributeName.ADDRESS)) {
            location(draft, system, person.home(), dice);
        }
        joined(draft, person);
    }

    /** Writes what the dials ask for into an outlet's record. */
    void write(RecordDraft draft, SourceSystem system, Outlet outlet, Dice dice) {
        if (system == SourceSystem.CRM && dice.chance(dials.share(Dial.SALES_PHONES))) {
            long salesperson = firstSerial + SALESPEOPLE + CHAINS + dice.below(SALESPEOPLE_COUNT);
            draft.with(AttributeName.PHONE, Phone.mobile(salesperson * SLOTS).plain());
        }
        location(draft, system, outlet.address(), dice);
    }

    private void parcel(RecordDraft draft, Person person, Person friend, Person leader, Dice dice) {
        if (dice.chance(dials.share(Dial.RECIPIENTS))) {
            draft.with(AttributeName.RECIPIENT_NAME, friend.name().usual())
                    .with(AttributeName.RECIPIENT_PHONE, friend.phone().plain())
                    .with(AttributeName.ADDRESS, friend.home().withoutProvince());
        } else if (dice.chance(dials.share(Dial.UNMARKED_RECIPIENTS))) {
            draft.with(AttributeName.NAME, friend.name().usual())
                    .with(AttributeName.PHONE, friend.phone().plain())
                    .with(AttributeName.ADDRESS, friend.home().withoutProvince());
            unionId(draft, person);
        } else if (dice.chance(dials.share(Dial.LEADER_PHONES))) {
            draft.with(AttributeName.PHONE, leader.phone().plain())
                    .with(AttributeName.ADDRESS, leader.home().withoutProvince());
        }
    }

    /** Writes a second number and a second mailbox, which are the person's alone, behind the first or before it. */
    private void joined(RecordDraft draft, Person person) {
        Dice dice = Dice.of(seed ^ CELLS, draft.key().text().hashCode());
        if (dice.chance(dials.share(Dial.JOINED_VALUES))) {
            String sign = dice.pick(SIGNS);
            boolean last = dice.chance(0.5);
            String phone =
                    Phone.mobile(person.serial() * SLOTS + SECOND_OF_A_CELL).plain();
            draft.replace(AttributeName.PHONE, first -> last ? first + sign + phone : phone + sign + first);
            String mailbox = "m" + account(person, SECOND_OF_A_CELL) + "@126.com";
            draft.replace(AttributeName.EMAIL, first -> last ? first + sign + mailbox : mailbox + sign + first);
        }
    }

    private static void unionId(RecordDraft draft, Person person) {
        draft.with(AttributeName.UNION_ID, "open/u" + account(person, 0));
    }

    private static String account(Person person, int app) {
        return String.format(Locale.ROOT, "%012d", Serials.scatter(person.serial() * SLOTS + app, 1_000_000_000_000L));
    }

    private void location(RecordDraft draft, SourceSystem system, Address address, Dice dice) {
        if (!dice.chance(dials.share(Dial.LOCATIONS))) {
            return;
        }
        GeoPoint door = address.point();
        GeoPoint measured = new GeoPoint(door.latitude() + noise(dice), door.longitude() + noise(dice));
        draft.with(
                AttributeName.LOCATION,
                switch (system) {
                    case CRM, SHOP -> "gcj02:" + text(Datum.GCJ02.fromWgs84(measured));
                    case APP -> "bd09:" + text(Datum.BD09.fromWgs84(measured));
                    case SUPPORT -> text(measured);
                });
        if (dice.chance(dials.share(BaseRate.LOCATIONS_ALONE))) {
            draft.without(AttributeName.ADDRESS);
        }
    }

    private static double noise(Dice dice) {
        return (dice.share() * 2 - 1) * NOISE_METRES / METRES_PER_DEGREE;
    }

    private static String text(GeoPoint point) {
        return String.format(Locale.ROOT, "%.6f,%.6f", point.latitude(), point.longitude());
    }
}
