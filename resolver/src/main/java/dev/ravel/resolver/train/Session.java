package dev.ravel.resolver.train;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.blocking.BlockingRule;
import dev.ravel.resolver.comparison.Comparison;
import java.util.EnumSet;
import java.util.Set;

/**
 * The pairs that one blocking rule, or one kind of identifier, makes candidates. What the rule itself demands is no
 * evidence among its pairs, so the comparisons that look at the same values are left out of the session.
 *
 * @param name the rule, or the kind of identifier
 * @param leftOut the comparisons that the rule decides, in whole or in part
 * @param counts the agreement patterns of the pairs
 */
public record Session(String name, Set<Comparison> leftOut, PatternCounts counts) {
    public Session {
        leftOut = Set.copyOf(leftOut);
    }

    /** The comparisons that sharing a key decides. */
    public static Set<Comparison> leftOut(SharedKey key) {
        return key.isBlock()
                ? BlockingRule.named(key.scope()).map(Session::leftOut).orElse(Set.of())
                : leftOut(key.identifierType());
    }

    private static Set<Comparison> leftOut(BlockingRule rule) {
        return switch (rule) {
            case BIRTH_DATE_AND_NAME, NAME_AND_BIRTH_YEAR, ONE_NAME_AND_BIRTH_YEAR ->
                EnumSet.of(Comparison.BIRTH_DATE, Comparison.FAMILY_NAME, Comparison.GIVEN_NAME, Comparison.NAME_ORDER);
            case NAME_AND_LOCALITY, ONE_NAME_AND_LOCALITY ->
                EnumSet.of(
                        Comparison.FAMILY_NAME,
                        Comparison.GIVEN_NAME,
                        Comparison.NAME_ORDER,
                        Comparison.ORGANIZATION_NAME,
                        Comparison.ORIGIN,
                        Comparison.ADDRESS);
            case FAMILY_AND_PREMISES -> EnumSet.of(Comparison.FAMILY_NAME, Comparison.NAME_ORDER, Comparison.ADDRESS);
            case NAME_AND_SPOT ->
                EnumSet.of(
                        Comparison.FAMILY_NAME,
                        Comparison.NAME_ORDER,
                        Comparison.ORGANIZATION_NAME,
                        Comparison.ADDRESS,
                        Comparison.LOCATION);
            case FAMILY_AND_EMPLOYER -> EnumSet.of(Comparison.FAMILY_NAME, Comparison.NAME_ORDER, Comparison.EMPLOYER);
            case NAME -> EnumSet.of(Comparison.FAMILY_NAME, Comparison.GIVEN_NAME, Comparison.NAME_ORDER);
            case ORGANIZATION_NAME, ORGANIZATION_WORD -> EnumSet.of(Comparison.ORGANIZATION_NAME);
            case ORGANIZATION_PREMISES -> EnumSet.of(Comparison.ADDRESS);
            case EMAIL_LOCAL_PART -> EnumSet.of(Comparison.EMAIL);
            case PHONE_TAIL -> EnumSet.of(Comparison.PHONE);
            case BIRTH_DATE -> EnumSet.of(Comparison.BIRTH_DATE);
        };
    }

    private static Set<Comparison> leftOut(IdentifierType type) {
        return switch (type) {
            case PHONE -> EnumSet.of(Comparison.PHONE);
            case EMAIL -> EnumSet.of(Comparison.EMAIL);
            case ADDRESS -> EnumSet.of(Comparison.ADDRESS);
            case DEVICE -> EnumSet.of(Comparison.DEVICE);
            case LOYALTY_CARD -> EnumSet.of(Comparison.LOYALTY_CARD);
            case OPEN_ID, UNION_ID, ACCOUNT -> EnumSet.of(Comparison.ACCOUNT);
            case WEBSITE -> EnumSet.of(Comparison.WEBSITE);
            case NATIONAL_ID, PASSPORT, DRIVERS_LICENCE, TAX_ID, BUSINESS_LICENCE ->
                EnumSet.of(Comparison.ofDocument(type).orElseThrow());
            case OTHER -> EnumSet.noneOf(Comparison.class);
        };
    }
}
