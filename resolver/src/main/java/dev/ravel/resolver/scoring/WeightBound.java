package dev.ravel.resolver.scoring;

import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.comparison.PersonNameComparator;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.comparison.RecordOutline;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fellegi and Sunter's score bounded from above: what is known of a pair counts as it is, and each other comparison as the
 * best that it can still come to. First only the outlines of the two records are looked at, then their names too.
 */
final class WeightBound implements PairSieve {
    /** The bound adds up in another order than the score, which may change the last bits of the sum. */
    private static final double ROUNDING = 1e-6;

    /** The numbers of a record: its comparisons and birth date, its phone, its term adjustments. */
    private static final int STRIDE = 3;

    /** Fewer records are outlined before another core has begun. */
    private static final int WORTH_SPREADING = 4096;

    private static final int PHONE = 1;
    private static final int TERMS = 2;

    private static final int SAME = LevelPattern.number(Comparison.PHONE, "same");
    private static final int SAME_OTHER_TIME = LevelPattern.number(Comparison.PHONE, "sameOtherTime");
    private static final int SAME_WEAK = LevelPattern.number(Comparison.PHONE, "sameWeak");
    private static final int DIFFERENT = LevelPattern.number(Comparison.PHONE, "different");
    private static final int SHARED = LevelPattern.number(Comparison.PHONE, "sharedByOthers");

    /** The comparisons that count as the best they can come to, whatever else is known. */
    private static final int UNSEEN = ~(bit(Comparison.FAMILY_NAME)
            | bit(Comparison.GIVEN_NAME)
            | bit(Comparison.BIRTH_DATE)
            | bit(Comparison.PHONE));

    /** What the records say, at hand without a look at the records. */
    private final StandardValues[] values;

    private final MatchModel model;
    private final double least;
    private final double differentGiven;
    private final BestWeights best;
    private final BestWeights bestOfOthers;
    private final long[] outlines;

    /**
     * A bound for pairs of these records; O(records), on all cores.
     *
     * @param least the weight that a pair must reach
     */
    WeightBound(LiveRecord[] records, MatchModel model, double least) {
        this.values = new StandardValues[records.length];
        this.model = model;
        this.least = least - ROUNDING;
        this.differentGiven = model.weight(Comparison.GIVEN_NAME, Comparison.GIVEN_NAME.contradiction());
        this.best = new BestWeights(model, (comparison, level) -> true);
        this.bestOfOthers = new BestWeights(model, RecordComparator::isLevelOfOthers);
        this.outlines = new long[Math.multiplyExact(records.length, STRIDE)];
        IntStream places = IntStream.range(0, records.length);
        (records.length < WORTH_SPREADING ? places : places.parallel())
                .forEach(record -> outline(record, records[record]));
    }

    private void outline(int record, LiveRecord own) {
        values[record] = own.standard().values();
        int at = record * STRIDE;
        outlines[at] = (long) RecordOutline.comparable(own) << Integer.SIZE | RecordOutline.birthDate(own);
        outlines[at + PHONE] = RecordOutline.phone(own);
        float family = adjustment(own, Comparison.FAMILY_NAME, PersonName::familyJoined);
        float given = adjustment(own, Comparison.GIVEN_NAME, TermAdjustment::firstGiven);
        outlines[at + TERMS] =
                (long) Float.floatToIntBits(family) << Integer.SIZE | (Float.floatToIntBits(given) & 0xffffffffL);
    }

    /** The largest adjustment for a term of any of a record's names, rounded up. */
    private float adjustment(LiveRecord record, Comparison comparison, Function<PersonName, @Nullable NameToken> term) {
        double largest = Double.NEGATIVE_INFINITY;
        for (PersonName name : record.standard().values().people()) {
            NameToken token = term.apply(name);
            largest = Math.max(largest, token == null ? 0 : model.termAdjustment(comparison, token.text()));
        }
        return Math.nextUp((float) largest);
    }

    @Override
    public boolean mayReach(int a, int b) {
        long left = outlines[a * STRIDE];
        long right = outlines[b * STRIDE];
        int both = (int) ((left & right) >>> Integer.SIZE);
        long phoneA = outlines[a * STRIDE + PHONE];
        long phoneB = outlines[b * STRIDE + PHONE];
        double known = model.prior() + birthDate(both, (int) left, (int) right);
        double contacts = phone(both, phoneA, phoneB, false) + best.sum(both & UNSEEN);
        if ((both & bit(Comparison.FAMILY_NAME)) == 0) {
            return known + contacts >= least;
        }
        return known + contacts + names(outlines[a * STRIDE + TERMS], outlines[b * STRIDE + TERMS]) >= least
                && mayReach(known, contacts, both, phoneA, phoneB, values[a], values[b]);
    }

    /** The same with the names looked at. */
    private boolean mayReach(
            double known, double contacts, int both, long phoneA, long phoneB, StandardValues a, StandardValues b) {
        int names = RecordComparator.names(a, b);
        int given = PersonNameComparator.given(names);
        int family = PersonNameComparator.family(names);
        int familyOfOthers = RecordComparator.familyOfOthers(family);
        double givenWeight = FellegiSunterScorer.weight(a, b, Comparison.GIVEN_NAME, given, names, model);
        double together =
                known + (RecordComparator.mayBeOthers(names) ? Math.max(givenWeight, differentGiven) : givenWeight);
        double ofOthers = FellegiSunterScorer.weight(a, b, Comparison.FAMILY_NAME, familyOfOthers, names, model);
        if (RecordComparator.areOthers(names)) {
            double shared = phone(both, phoneA, phoneB, true) + bestOfOthers.sum(both & UNSEEN);
            return together + ofOthers + shared >= least;
        }
        double counted = FellegiSunterScorer.weight(a, b, Comparison.FAMILY_NAME, family, names, model);
        return together + Math.max(counted, ofOthers) + contacts >= least;
    }

    /** The most that the names can add: a term counts if both records have it, and then as the lesser of its adjustments. */
    private double names(long termsA, long termsB) {
        float family = Math.min(Float.intBitsToFloat((int) (termsA >>> Integer.SIZE)), Float.intBitsToFloat((int)
                (termsB >>> Integer.SIZE)));
        float given = Math.min(Float.intBitsToFloat((int) termsA), Float.intBitsToFloat((int) termsB));
        return best.of(Comparison.FAMILY_NAME)
                + Math.max(0, family)
                + best.of(Comparison.GIVEN_NAME)
                + Math.max(0, given);
    }

    private double birthDate(int both, int a, int b) {
        if ((both & bit(Comparison.BIRTH_DATE)) == 0) {
            return 0;
        }
        return a == RecordOutline.UNKNOWN || b == RecordOutline.UNKNOWN
                ? best.of(Comparison.BIRTH_DATE)
                : model.weight(Comparison.BIRTH_DATE, RecordOutline.birthDateLevel(a, b));
    }

    private double phone(int both, long a, long b, boolean others) {
        if ((both & bit(Comparison.PHONE)) == 0) {
            return 0;
        }
        if (a == RecordOutline.UNKNOWN || b == RecordOutline.UNKNOWN) {
            return (others ? bestOfOthers : best).of(Comparison.PHONE);
        }
        int level = RecordOutline.phoneLevel(a, b);
        double counted = model.weight(Comparison.PHONE, level);
        if (level == 0 || level == DIFFERENT) {
            return counted;
        }
        double shared = model.weight(Comparison.PHONE, SHARED);
        if (others) {
            return shared;
        }
        double known = Math.max(shared, counted);
        return level == SAME
                ? Math.max(
                        known,
                        Math.max(
                                model.weight(Comparison.PHONE, SAME_OTHER_TIME),
                                model.weight(Comparison.PHONE, SAME_WEAK)))
                : known;
    }

    private static int bit(Comparison comparison) {
        return 1 << comparison.index();
    }
}
