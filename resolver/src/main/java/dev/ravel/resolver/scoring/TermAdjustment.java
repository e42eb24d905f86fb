package dev.ravel.resolver.scoring;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.OrganizationNameComparator;
import dev.ravel.resolver.comparison.PersonNameComparator;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.OrganizationName;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frequency of the term that two records share adds to the weight of the level: the name of two people, as
 * written or as read, the whole name of two organisations, and the city where neither address nor postcode agree; of a
 * misspelt city, what the more frequent spelling takes away. Symmetric;
 * allocates nothing.
 */
final class TermAdjustment {
    /** Both levels of equal names, {@code exact} and {@code sameReading}, are the first ones. */
    private static final int SAME_READING = 2;

    private TermAdjustment() {}

    static double of(
            StandardValues a, StandardValues b, Comparison comparison, int level, int names, MatchModel model) {
        if (level == 0) {
            return 0;
        }
        return switch (comparison) {
            case FAMILY_NAME, GIVEN_NAME -> level > SAME_READING ? 0 : ofPeople(a, b, comparison, names, model);
            case ORGANIZATION_NAME ->
                level != comparison.termLevel() ? 0 : ofOrganizations(a.organizations(), b.organizations(), model);
            case ADDRESS -> level != comparison.termLevel() ? 0 : ofCities(a, b, model);
            default -> 0;
        };
    }

    /** The first word of the given names; null if they are unknown. */
    static @Nullable NameToken firstGiven(PersonName name) {
        return name.given().isEmpty() ? null : name.given().get(0);
    }

    private static double ofPeople(
            StandardValues a, StandardValues b, Comparison comparison, int names, MatchModel model) {
        PersonName left = a.people().get(PersonNameComparator.left(names));
        PersonName right = b.people().get(PersonNameComparator.right(names));
        if (comparison == Comparison.FAMILY_NAME) {
            return smaller(model, comparison, left.familyJoined(), right.familyJoined());
        }
        return smaller(model, comparison, firstGiven(left), firstGiven(right));
    }

    /** The smaller adjustment of two terms, so that the order of the records does not matter. */
    private static double smaller(
            MatchModel model, Comparison comparison, @Nullable NameToken a, @Nullable NameToken b) {
        double left = a == null ? 0 : model.termAdjustment(comparison, a.text());
        double right = b == null ? 0 : model.termAdjustment(comparison, b.text());
        return Math.min(left, right);
    }

    /** Of several names that agree the rarest counts. */
    private static double ofOrganizations(List<OrganizationName> a, List<OrganizationName> b, MatchModel model) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (OrganizationNameComparator.isExact(a.get(i), b.get(j))) {
                    double left = model.termAdjustment(
                            Comparison.ORGANIZATION_NAME, a.get(i).core());
                    double right = model.termAdjustment(
                            Comparison.ORGANIZATION_NAME, b.get(j).core());
                    best = Math.max(best, Math.min(left, right));
                }
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    /** Of several cities that agree the rarest counts; none where a postcode, which says more, agrees. */
    private static double ofCities(StandardValues a, StandardValues b, MatchModel model) {
        for (int i = 0; i < a.postcodes().size(); i++) {
            if (b.postcodes().contains(a.postcodes().get(i))) {
                return 0;
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < a.cities().size(); i++) {
            if (b.cities().contains(a.cities().get(i))) {
                best = Math.max(
                        best,
                        model.termAdjustment(Comparison.ADDRESS, a.cities().get(i)));
            }
        }
        if (best == Double.NEGATIVE_INFINITY) {
            best = Math.max(inAddresses(a.cities(), b, model), inAddresses(b.cities(), a, model));
        }
        return best == Double.NEGATIVE_INFINITY ? ofMisspeltCities(a.cities(), b.cities(), model) : best;
    }

    /** The rarest city that stands in an address of the other record. */
    private static double inAddresses(List<String> cities, StandardValues other, MatchModel model) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cities.size(); i++) {
            for (int j = 0; j < other.addresses().size(); j++) {
                if (other.addresses().get(j).isIn(cities.get(i))) {
                    best = Math.max(best, model.termAdjustment(Comparison.ADDRESS, cities.get(i)));
                }
            }
        }
        return best;
    }

    /** Of two spellings the more frequent counts, but never adds: a slip must not weigh more than the right city. */
    private static double ofMisspeltCities(List<String> a, List<String> b, MatchModel model) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (RecordComparator.isSlip(a.get(i), b.get(j))) {
                    double left = model.termAdjustment(Comparison.ADDRESS, a.get(i));
                    double right = model.termAdjustment(Comparison.ADDRESS, b.get(j));
                    best = Math.max(best, Math.min(0, Math.min(left, right)));
                }
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }
}
