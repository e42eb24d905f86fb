package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.record.RecordType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.AddressParts;
import dev.ravel.resolver.standardise.StandardAddress;
import java.util.List;

/**
 * How two postal addresses agree. One may say more than the other (city, country, building): what counts is the share of
 * the shorter address's words that the other has too, numbers and spelling slips included. Where either record has no
 * address, city and postcode are compared instead; never both, because an address contains them.
 */
final class AddressComparator {
    static final int SAME = LevelPattern.number(Comparison.ADDRESS, "same");
    static final int SAME_PREMISES = LevelPattern.number(Comparison.ADDRESS, "samePremises");
    static final int SIMILAR = LevelPattern.number(Comparison.ADDRESS, "similar");
    static final int SAME_BUILDING = LevelPattern.number(Comparison.ADDRESS, "sameBuilding");
    static final int SAME_STREET = LevelPattern.number(Comparison.ADDRESS, "sameStreet");
    static final int SAME_LOCALITY = LevelPattern.number(Comparison.ADDRESS, "sameLocality");
    static final int NEAR_LOCALITY = LevelPattern.number(Comparison.ADDRESS, "nearLocality");
    static final int OTHER_LOCALITY = LevelPattern.number(Comparison.ADDRESS, "otherLocality");
    static final int DIFFERENT = LevelPattern.number(Comparison.ADDRESS, "different");

    /** Two organisations at different addresses: the outlets of a chain share name and hotline, not the place. */
    static final int OTHER_OUTLET = LevelPattern.number(Comparison.ADDRESS, "otherOutlet");

    private static final int LONG_WORD = 2;
    private static final int SHORT_WORD = 1;
    private static final double PREMISES_SHARE = 0.8;
    private static final double SIMILAR_SHARE = 0.6;
    private static final double STREET_SHARE = 0.6;
    private static final int MIN_TYPO_LENGTH = 5;

    private AddressComparator() {}

    /** The best level; 0 if there is nothing to compare. */
    static int compare(LiveRecord a, LiveRecord b) {
        int best = 0;
        List<StandardAddress> left = a.standard().values().addresses();
        List<StandardAddress> right = b.standard().values().addresses();
        int firstA = a.standard().first(IdentifierType.ADDRESS);
        int firstB = b.standard().first(IdentifierType.ADDRESS);
        int keyedA = a.standard().end(IdentifierType.ADDRESS) - firstA;
        int keyedB = b.standard().end(IdentifierType.ADDRESS) - firstB;
        for (int i = 0; i < keyedA; i++) {
            for (int j = 0; j < keyedB; j++) {
                if (a.isEvidence(firstA + i) && b.isEvidence(firstB + j)) {
                    best = IdentifierComparator.better(best, compare(left.get(i), right.get(j)));
                }
            }
        }
        if (best == DIFFERENT
                && a.standard().type() == RecordType.ORGANIZATION
                && b.standard().type() == RecordType.ORGANIZATION) {
            return OTHER_OUTLET;
        }
        return best == 0 || best == DIFFERENT ? locality(a, b, best) : best;
    }

    private static int locality(LiveRecord a, LiveRecord b, int otherwise) {
        List<String> codes = a.standard().values().postcodes();
        List<String> cities = a.standard().values().cities();
        boolean oneHasNone = a.standard().values().addresses().isEmpty()
                || b.standard().values().addresses().isEmpty();
        boolean same = intersect(codes, b.standard().values().postcodes())
                || intersect(cities, b.standard().values().cities())
                || similar(cities, b.standard().values().cities())
                || (oneHasNone
                        && (areIn(cities, b.standard().values().addresses())
                                || areIn(
                                        b.standard().values().cities(),
                                        a.standard().values().addresses())));
        if (same) {
            return SAME_LOCALITY;
        }
        boolean known = bothKnown(codes, b.standard().values().postcodes())
                || bothKnown(cities, b.standard().values().cities());
        if (otherwise != 0 || !known) {
            return otherwise;
        }
        return Postcodes.areNear(codes, b.standard().values().postcodes()) ? NEAR_LOCALITY : OTHER_LOCALITY;
    }

    private static boolean bothKnown(List<String> a, List<String> b) {
        return !a.isEmpty() && !b.isEmpty();
    }

    private static boolean intersect(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (a.get(i).equals(b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an address that does not say which of its words is the city has the words of one. */
    private static boolean areIn(List<String> cities, List<StandardAddress> addresses) {
        for (int i = 0; i < addresses.size(); i++) {
            for (int j = 0; j < cities.size(); j++) {
                if (addresses.get(i).isIn(cities.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean similar(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (RecordComparator.isSlip(a.get(i), b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int compare(StandardAddress a, StandardAddress b) {
        if (WordComparator.sameWords(a.words(), b.words())) {
            return SAME;
        }
        int otherwise = !a.postcode().isEmpty() && a.postcode().equals(b.postcode()) ? SAME_LOCALITY : DIFFERENT;
        if (citiesDiffer(a, b) || roadsDiffer(a, b)) {
            return otherwise;
        }
        double share = Math.min(sharedWeight(a, b), sharedWeight(b, a)) / (double) Math.min(weight(a), weight(b));
        boolean numbersKnown = hasNumber(a) && hasNumber(b);
        boolean numberShared = numbersKnown && shareNumber(a, b);
        boolean samePlace = numberShared || (!hasNumber(a) && !hasNumber(b)) || (!numbersKnown && sameHome(a, b));
        if (samePlace && share >= SIMILAR_SHARE) {
            if (insideDiffers(a.parts(), b.parts())) {
                return SAME_BUILDING;
            }
            return share >= PREMISES_SHARE && !postcodesDiffer(a, b) ? SAME_PREMISES : SIMILAR;
        }
        return share >= STREET_SHARE && !numberShared ? SAME_STREET : otherwise;
    }

    private static boolean citiesDiffer(StandardAddress a, StandardAddress b) {
        String one = a.parts().city();
        String other = b.parts().city();
        return !one.isEmpty()
                && !other.isEmpty()
                && !one.equals(other)
                && !a.words().contains(other)
                && !b.words().contains(one);
    }

    /**
     * Whether both name their road, by words that do not agree in one, slips included; two roads may lead to one estate.
     */
    private static boolean roadsDiffer(StandardAddress a, StandardAddress b) {
        List<String> one = a.parts().road();
        List<String> other = b.parts().road();
        return !one.isEmpty()
                && !other.isEmpty()
                && !sameHome(a, b)
                && !isNamedIn(one, b)
                && !isNamedIn(other, a)
                && !isSlip(one, other);
    }

    private static boolean isNamedIn(List<String> road, StandardAddress address) {
        for (int i = 0; i < road.size(); i++) {
            if (hasPartner(road.get(i), address.words())) {
                return true;
            }
        }
        return false;
    }

    /** Whether two roads of one word each are one sign apart, as {@code 中山路} and {@code 中出路}. */
    private static boolean isSlip(List<String> one, List<String> other) {
        return one.size() == 1
                && other.size() == 1
                && one.get(0).length() > LONG_WORD
                && EditDistance.alignment(one.get(0), other.get(0)) <= 1;
    }

    /** Whether both are one building of one estate and, as far as both say it, one flat of it. */
    private static boolean sameHome(StandardAddress a, StandardAddress b) {
        return !a.parts().estate().isEmpty()
                && a.parts().estate().equals(b.parts().estate())
                && !a.parts().building().isEmpty()
                && a.parts().building().equals(b.parts().building());
    }

    /** Whether both say on which floor, or in which building, entrance or room they are, and it is another one. */
    private static boolean insideDiffers(AddressParts a, AddressParts b) {
        return differ(a.room(), b.room())
                || differ(a.building(), b.building())
                || differ(a.entrance(), b.entrance())
                || differ(a.floor(), b.floor());
    }

    private static boolean differ(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    private static int sharedWeight(StandardAddress a, StandardAddress b) {
        int shared = 0;
        for (int i = 0; i < a.words().size(); i++) {
            String word = a.words().get(i);
            shared += hasPartner(word, b.words()) ? weight(word) : 0;
        }
        return shared;
    }

    private static boolean shareNumber(StandardAddress a, StandardAddress b) {
        for (int i = 0; i < a.words().size(); i++) {
            String word = a.words().get(i);
            if (a.isNumber(word) && b.isNumber(word) && b.words().contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean postcodesDiffer(StandardAddress a, StandardAddress b) {
        return !a.postcode().isEmpty()
                && !b.postcode().isEmpty()
                && EditDistance.alignment(a.postcode(), b.postcode()) > 1;
    }

    private static boolean hasNumber(StandardAddress address) {
        for (int i = 0; i < address.words().size(); i++) {
            if (address.isNumber(address.words().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static int weight(StandardAddress address) {
        int weight = 0;
        for (int i = 0; i < address.words().size(); i++) {
            weight += weight(address.words().get(i));
        }
        return weight;
    }

    private static int weight(String word) {
        return word.length() > 2 || Character.isDigit(word.charAt(0)) ? LONG_WORD : SHORT_WORD;
    }

    private static boolean hasPartner(String word, List<String> among) {
        for (int j = 0; j < among.size(); j++) {
            String other = among.get(j);
            if (word.equals(other)) {
                return true;
            }
            if (word.length() >= MIN_TYPO_LENGTH
                    && other.length() >= MIN_TYPO_LENGTH
                    && !Character.isDigit(word.charAt(0))
                    && WordComparator.bySpelling(word, other) <= WordComparator.LOOSE) {
                return true;
            }
        }
        return false;
    }
}
