package dev.ravel.generator;

import static dev.ravel.generator.Expectation.BLOCK_OVER_CAP;
import static dev.ravel.generator.Expectation.CONTRADICTION_REPORTED;
import static dev.ravel.generator.Expectation.CUSTOMERS_APART;
import static dev.ravel.generator.Expectation.CUSTOMERS_WHOLE;
import static dev.ravel.generator.Expectation.DELETED_GONE;
import static dev.ravel.generator.Expectation.IDENTIFIER_SUPPRESSED;
import static dev.ravel.generator.Expectation.LINK_HELD;
import static dev.ravel.generator.Expectation.PAIR_DOUBTFUL;

import dev.ravel.model.cluster.Guard;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a record is an example of: the ordinary, or one of the hard cases, and what must become of it. */
public enum Scenario {
    ORDINARY("households and outlets with the usual flaws"),
    PINYIN_NAME("one person in 汉字 and in pinyin of both orders", CUSTOMERS_WHOLE),
    TRADITIONAL_NAME("one person in simplified and traditional characters", CUSTOMERS_WHOLE),
    PHONE_WRITINGS("one mobile written in six ways, full-width digits among them", CUSTOMERS_WHOLE),
    ADDRESS_WRITINGS("one address with and without its province and as a parcel label", CUSTOMERS_WHOLE),
    ENGLISH_NAME("Robert, Bob and \"Smith, Robert\"", CUSTOMERS_WHOLE),
    OUTLET("an outlet by its sign, its registered name and its branch name", CUSTOMERS_WHOLE),
    MISTYPED("a phone with two digits swapped beside the same name and e-mail", CUSTOMERS_WHOLE),
    UPDATED("a customer who moves and changes their number", CUSTOMERS_WHOLE),
    REPEATED("the same version delivered three times", CUSTOMERS_WHOLE),
    DELETED("a record that its system deletes, and an older version that arrives late", CUSTOMERS_WHOLE, DELETED_GONE),
    FAMILY_PHONE("three relatives at one address with one phone", CUSTOMERS_APART),
    NAMESAKES("two people of one name in one city", CUSTOMERS_APART),
    RECYCLED_NUMBER("a number that another person held three years before", CUSTOMERS_APART),
    SHOP_TABLET("one tablet that fourteen strangers signed in on", IDENTIFIER_SUPPRESSED, CUSTOMERS_APART),
    DUMMY_PHONE("strangers who gave 13800138000", IDENTIFIER_SUPPRESSED, CUSTOMERS_APART),
    SWITCHBOARD("fourteen colleagues with their company's switchboard number", IDENTIFIER_SUPPRESSED, CUSTOMERS_APART),
    ID_CONFLICT(Guard.EXCLUSIVE_CONFLICT, "twins of one name in pinyin with one phone and two identity numbers"),
    WEAK_BRIDGE(
            Guard.WEAK_BRIDGE,
            "colleagues with one loyalty card: two customers joined by one link just above the threshold"),
    AMBIGUOUS_BRIDGE(Guard.AMBIGUOUS_BRIDGE, "a record that fits two people with different identity numbers"),
    CHAIN_STORE(
            Guard.COMPONENT_SIZE,
            "outlets of one chain with one hotline, more records than an entity may have",
            BLOCK_OVER_CAP),
    NAMED_AFTER_FATHER(
            Guard.CANNOT_LINK,
            "father and son of one name, phone and address, whom a steward splits before a record bridges them"),
    DOUBTFUL(
            "two records with one loyalty card, birth dates of one month, and nothing else that says who they are",
            PAIR_DOUBTFUL),
    CONTRADICTION("a record whose new version has another identity number", CONTRADICTION_REPORTED);

    private final String description;
    private final Optional<Guard> guard;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
    private final Set<Expectation> expectations;

    Scenario(String description, Expectation... expectations) {
        this.description = description;
        this.guard = Optional.empty();
        this.expectations = Set.copyOf(List.of(expectations));
    }

    Scenario(Guard guard, String description, Expectation... more) {
        this.description = description;
        this.guard = Optional.of(guard);
        EnumSet<Expectation> expected = EnumSet.of(LINK_HELD, CUSTOMERS_APART);
        expected.addAll(List.of(more));
        this.expectations = Set.copyOf(expected);
    }

    /** What it is, in a few words. */
    public String description() {
        return description;
    }

    /** The guard that must hold one of its links, for the scenarios that show a guard. */
    public Optional<Guard> guard() {
        return guard;
    }

    /** What must hold of each instance; nothing for the ordinary. */
    public Set<Expectation> expectations() {
        return expectations;
    }
}
