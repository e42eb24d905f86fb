package dev.ravel.generator;

import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where the scenarios of one neighbourhood are played: gives them customers and takes their records down. */
final class Stage {
    private final int neighbourhood;
    private final Dice dice;
    private final List<GeneratedRecord> told = new ArrayList<>();
    private long nextSerial;

    Stage(int neighbourhood, long firstSerial, Dice dice) {
        this.neighbourhood = neighbourhood;
        this.nextSerial = firstSerial;
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    /** A new Chinese person. */
    Person person() {
        return Population.chinese(nextSerial++, dice);
    }

    /** A new English person. */
    Person english() {
        return Population.english(nextSerial++, dice);
    }

    /** A new outlet. */
    Outlet outlet() {
        return Population.outlet(nextSerial++, dice);
    }

    /** A phone that is nobody's yet. */
    Phone phone() {
        return person().phone();
    }

    /** Takes down what a system says of a customer at some time. */
    void tell(Scenario scenario, Customer customer, RecordDraft draft) {
        tell(scenario, customer, draft.at(Calendar.some(dice)));
    }

    /** Takes down what a system says of a customer at a time. */
    void tell(Scenario scenario, Customer customer, RecordDraft draft, Instant observedAt) {
        tell(scenario, customer, draft.at(observedAt));
    }

    /** Takes a version down. */
    void tell(Scenario scenario, Customer customer, SourceRecord version) {
        told.add(new GeneratedRecord(version, customer.id(), scenario, neighbourhood, false));
    }

    /** Takes a version down that arrives when all others are in. */
    void tellLater(Scenario scenario, Customer customer, SourceRecord version) {
        told.add(new GeneratedRecord(version, customer.id(), scenario, neighbourhood, true));
    }

    /** What was taken down, in the order of the telling. */
    List<GeneratedRecord> told() {
        return List.copyOf(told);
    }
}
