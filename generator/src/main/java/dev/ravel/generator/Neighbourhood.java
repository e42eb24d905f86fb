package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Some five thousand customers who share a few things: one of each scenario first, then households and outlets. A pure
 * function of seed and number.
 */
final class Neighbourhood {
    private static final long SERIALS = 8192;
    private static final int ORDINARY_CUSTOMERS = 5000;
    private static final long FIRST_SCENARIO_SERIAL = 6000;
    private static final int TABLETS = 6;

    /** Somebody who is no customer: whom the first household knows. */
    private static final long OLD_FRIEND = 8190;

    private static final int HOUSEHOLDS_OF_A_LEADER = 40;

    private static final int LONG_AGO = -1100;
    private static final int LATER = 900;
    private static final List<String> DUMMIES = List.of("13800138000", "00000000000", "13888888888", "12345678901");

    private final long seed;
    private final int number;
    private final Dials dials;
    private final CommerceHabits habits;
    private final PersonRecords people;
    private final OutletRecords outlets;
    private Person friend;
    private Person leader;
    private int nextCustomer;
    private boolean scenariosTold;

    Neighbourhood(long seed, int number, Dials dials) {
        this.seed = seed;
        this.number = number;
        this.dials = dials;
        this.people = new PersonRecords(dials);
        this.outlets = new OutletRecords(dials);
        this.habits = new CommerceHabits(dials, seed, serial(0));
        this.friend = Population.chinese(serial(OLD_FRIEND), Dice.of(seed, serial(OLD_FRIEND)));
        this.leader = friend;
    }

    /** Whether there is another group. */
    boolean hasNext() {
        return nextCustomer < ORDINARY_CUSTOMERS;
    }

    /** The records of the next group of customers: all scenarios, a household or an outlet. */
    List<GeneratedRecord> next() {
        if (!scenariosTold) {
            scenariosTold = true;
            return scenarios();
        }
        long serial = serial(nextCustomer);
        Dice dice = Dice.of(seed, serial);
        if (happens(dice, BaseRate.OUTLETS)) {
            nextCustomer++;
            return outlet(serial, dice);
        }
        return household(dice);
    }

    private long serial(long slot) {
        return number * SERIALS + slot;
    }

    private List<GeneratedRecord> scenarios() {
        long first = serial(FIRST_SCENARIO_SERIAL);
        Stage stage = new Stage(number, first, Dice.of(seed, first));
        WritingCases.play(stage);
        SharedValueCases.play(stage);
        VersionCases.play(stage);
        GuardCases.play(stage);
        StewardCases.play(stage);
        return stage.told();
    }

    private List<GeneratedRecord> outlet(long serial, Dice dice) {
        Outlet outlet = habits.inChain(Population.outlet(serial, dice, dials));
        Dice own = habits.dice(outlet);
        List<GeneratedRecord> records = new ArrayList<>();
        int n = 0;
        for (SourceSystem system : systems(dice)) {
            RecordDraft draft = outlets.write(system, outlet, n++, dice);
            habits.write(draft, system, outlet, own);
            add(records, outlet, draft, dice);
            if (system == SourceSystem.CRM && habits.isTransferred(outlet)) {
                Outlet later = habits.transferred(outlet);
                draft.with(AttributeName.PHONE, later.phone().plain());
                draft.with(AttributeName.BUSINESS_LICENCE, later.licence());
                records.add(ordinary(outlet, draft.at(Calendar.day(LATER))));
            }
        }
        return records;
    }

    private List<GeneratedRecord> household(Dice dice) {
        int size = 1;
        for (BaseRate more : List.of(BaseRate.SECOND_MEMBERS, BaseRate.THIRD_MEMBERS, BaseRate.FOURTH_MEMBERS)) {
            size += happens(dice, more) ? 1 : 0;
        }
        Address home = Address.home(dice);
        boolean familyPhone = size > 1 && dice.chance(dials.share(Dial.FAMILY_PHONES));
        List<GeneratedRecord> records = new ArrayList<>();
        Person head = habits.named(Population.person(serial(nextCustomer++), dice, home, dials));
        if (habits.isRecycled(head)) {
            records.add(ordinary(friend, habits.former(friend, head.phone()).at(Calendar.day(LONG_AGO))));
        }
        write(records, head, head.phone(), false, dice);
        for (int i = 1; i < size; i++) {
            Person member = Population.person(serial(nextCustomer++), dice, home, dials);
            if (head.name().chinese() && member.name().chinese() && happens(dice, BaseRate.FAMILY_NAMES)) {
                member = member.named(head.name().withGivenOf(member.name()));
            }
            member = habits.named(member);
            write(records, member, head.phone(), familyPhone, dice);
        }
        friend = head;
        if (nextCustomer / HOUSEHOLDS_OF_A_LEADER != (int) (leader.serial() % SERIALS) / HOUSEHOLDS_OF_A_LEADER) {
            leader = head;
        }
        return records;
    }

    private void write(List<GeneratedRecord> records, Person person, Phone familyPhone, boolean shares, Dice dice) {
        int n = 0;
        Dice own = habits.dice(person);
        for (SourceSystem system : systems(dice)) {
            RecordDraft draft = people.write(system, person, n++, dice);
            if (shares && happens(dice, BaseRate.FAMILY_PHONE_RECORDS)) {
                draft.with(AttributeName.PHONE, familyPhone.plain());
            } else if (dice.chance(dials.share(Dial.DUMMY_PHONES))) {
                draft.with(AttributeName.PHONE, dice.pick(DUMMIES));
            }
            if (system == SourceSystem.APP && dice.chance(dials.share(Dial.SHARED_TABLETS))) {
                draft.with(AttributeName.DEVICE, "tablet-" + number + "-" + dice.below(TABLETS));
            }
            habits.write(draft, system, person, friend, leader, own);
            add(records, person, draft, dice);
        }
    }

    private void add(List<GeneratedRecord> records, Customer customer, RecordDraft draft, Dice dice) {
        Instant observedAt = Calendar.some(dice);
        SourceRecord version = draft.at(observedAt);
        records.add(ordinary(customer, version));
        if (happens(dice, BaseRate.REPEATED_VERSIONS)) {
            records.add(ordinary(customer, version));
        }
        if (happens(dice, BaseRate.LATER_VERSIONS)) {
            draft.with("note", "confirmed by phone");
            records.add(ordinary(customer, draft.at(observedAt.plus(Duration.ofDays(dice.between(1, 90))))));
        }
        if (happens(dice, BaseRate.DELETED_RECORDS)) {
            SourceRecord deletion = SourceRecord.deletion(draft.key(), observedAt.plus(Duration.ofDays(120)));
            records.add(ordinary(customer, deletion));
        }
    }

    private GeneratedRecord ordinary(Customer customer, SourceRecord version) {
        return new GeneratedRecord(version, customer.id(), Scenario.ORDINARY, number, false);
    }

    private List<SourceSystem> systems(Dice dice) {
        List<SourceSystem> systems = new ArrayList<>();
        addTo(systems, SourceSystem.CRM, happens(dice, BaseRate.IN_CRM));
        addTo(systems, SourceSystem.SHOP, happens(dice, BaseRate.IN_SHOP));
        addTo(systems, SourceSystem.SHOP, happens(dice, BaseRate.TWICE_IN_SHOP));
        addTo(systems, SourceSystem.APP, happens(dice, BaseRate.IN_APP));
        addTo(systems, SourceSystem.SUPPORT, happens(dice, BaseRate.IN_SUPPORT));
        addTo(systems, SourceSystem.CRM, systems.isEmpty());
        return systems;
    }

    private boolean happens(Dice dice, BaseRate rate) {
        return dice.chance(dials.share(rate));
    }

    private static void addTo(List<SourceSystem> systems, SourceSystem system, boolean there) {
        if (there) {
            systems.add(system);
        }
    }
}
