package dev.ravel.generator;

import dev.ravel.model.record.SourceRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often each {@link WritingFlaw} is to be seen. Records are written first and spoiled then, each flaw with dice of its
 * own, so that one leaves the customers and the other flaws as they are. Immutable.
 */
public final class WritingFlaws {
    /** Systems that pass on what they know as they know it. */
    public static final WritingFlaws NONE = new WritingFlaws(new EnumMap<>(WritingFlaw.class));

    /** Flaws a record may have dice for: adding one changes no other's. */
    private static final long DICE_PER_RECORD = 64;

    private final Map<WritingFlaw, Double> shares;

    private WritingFlaws(Map<WritingFlaw, Double> shares) {
        this.shares = shares;
    }

    /**
     * The same with one at a share from 0 to 1.
     *
     * @throws IllegalArgumentException if it is none, or if the flaws of which a number has one at most would add up to more
     *     than 1
     */
    public WritingFlaws with(WritingFlaw flaw, double share) {
        Map<WritingFlaw, Double> others = new EnumMap<>(WritingFlaw.class);
        others.putAll(shares);
        others.put(flaw, flaw.checked(share));
        WritingFlaws changed = new WritingFlaws(others);
        changed.requireAtMostOne(WritingFlaw.OF_PHONES);
        changed.requireAtMostOne(WritingFlaw.OF_IDENTITY_NUMBERS);
        return changed;
    }

    /** The share of a flaw. */
    public double share(WritingFlaw flaw) {
        return shares.getOrDefault(flaw, flaw.usual());
    }

    /** The version as its system passes it on; the same for all versions of a record. */
    GeneratedRecord spoiled(GeneratedRecord record, long seed) {
        SourceRecord version = record.version();
        if (shares.isEmpty() || record.scenario() != Scenario.ORDINARY || version.deleted()) {
            return record;
        }
        RecordDraft draft = RecordDraft.of(version);
        int item = version.key().text().hashCode();
        Dice numbers = Dice.of(seed, item);
        Optional<WritingFlaw> ofPhone = drawn(WritingFlaw.OF_PHONES, numbers.share());
        Optional<WritingFlaw> ofIdentityNumber = drawn(WritingFlaw.OF_IDENTITY_NUMBERS, numbers.share());
        ofPhone.ifPresent(flaw -> flaw.spoil(draft, numbers));
        ofIdentityNumber.ifPresent(flaw -> flaw.spoil(draft, numbers));
        for (WritingFlaw flaw : shares.keySet()) {
            if (!WritingFlaw.OF_PHONES.contains(flaw) && !WritingFlaw.OF_IDENTITY_NUMBERS.contains(flaw)) {
                Dice dice = Dice.of(~seed, item * DICE_PER_RECORD + flaw.ordinal());
                if (dice.chance(share(flaw))) {
                    flaw.spoil(draft, dice);
                }
            }
        }
        return new GeneratedRecord(
                draft.at(version.observedAt()),
                record.customer(),
                record.scenario(),
                record.neighbourhood(),
                record.later());
    }

    /** The one whose part of the range from 0 to 1 holds the number. */
    private Optional<WritingFlaw> drawn(List<WritingFlaw> flaws, double number) {
        double left = number;
        for (WritingFlaw flaw : flaws) {
            left -= share(flaw);
            if (left < 0) {
                return Optional.of(flaw);
            }
        }
        return Optional.empty();
    }

    private void requireAtMostOne(List<WritingFlaw> flaws) {
        if (flaws.stream().mapToDouble(this::share).sum() > 1) {
            throw new IllegalArgumentException("a number has one of these flaws at most, so that their shares cannot"
                    + " add up to more than 1: " + flaws);
        }
    }
}
