package dev.ravel.resolver.blocking;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The blocking rules that apply, in their order of precedence: a pair belongs to the first rule that finds it. Part of a
 * model. Immutable.
 *
 * @param applied the rules, each once
 */
public record BlockingRules(List<Applied> applied) {
    /** The most values that one rule gives a record; further ones are left out, in ascending order. */
    public static final int MAX_VALUES = 8;

    private static final int FEW_IDENTIFIERS = 3;
    private static final int MANY_IDENTIFIERS = 4;

    /**
     * The rules of a model that says nothing about them. This never changes, because the digests of such models do not:
     * other rules are for a model to name.
     */
    public static final BlockingRules USUAL = new BlockingRules(List.of(
            Applied.toAll(BlockingRule.BIRTH_DATE_AND_NAME),
            Applied.toAll(BlockingRule.NAME_AND_BIRTH_YEAR),
            Applied.toAll(BlockingRule.NAME_AND_LOCALITY),
            Applied.toAll(BlockingRule.FAMILY_AND_PREMISES),
            Applied.toAll(BlockingRule.NAME_AND_SPOT),
            Applied.toAll(BlockingRule.FAMILY_AND_EMPLOYER),
            Applied.toAll(BlockingRule.ORGANIZATION_NAME),
            Applied.toAll(BlockingRule.ORGANIZATION_PREMISES),
            new Applied(BlockingRule.EMAIL_LOCAL_PART, MANY_IDENTIFIERS),
            Applied.toAll(BlockingRule.PHONE_TAIL),
            new Applied(BlockingRule.BIRTH_DATE, FEW_IDENTIFIERS),
            new Applied(BlockingRule.NAME, FEW_IDENTIFIERS),
            new Applied(BlockingRule.ONE_NAME_AND_LOCALITY, FEW_IDENTIFIERS),
            new Applied(BlockingRule.ONE_NAME_AND_BIRTH_YEAR, FEW_IDENTIFIERS),
            new Applied(BlockingRule.ORGANIZATION_WORD, FEW_IDENTIFIERS)));

    /**
     * A rule, and the records that are looked for by it.
     *
     * @param rule the rule
     * @param belowIdentifiers the rule is for records with fewer identifiers than this, addresses included; {@link #ALL}
     *     if it is for all
     */
    public record Applied(BlockingRule rule, int belowIdentifiers) {
        /** No record has so many identifiers. */
        public static final int ALL = Integer.MAX_VALUE;

        public Applied {
            if (belowIdentifiers < 1) {
                throw new IllegalArgumentException("the rule " + rule.keyName() + " is for records with fewer than "
                        + belowIdentifiers + " identifiers: there are none; leave the rule out");
            }
        }

        /** A rule by which all records are looked for. */
        public static Applied toAll(BlockingRule rule) {
            return new Applied(rule, ALL);
        }

        /** Whether the rule is for all records. */
        public boolean isToAll() {
            return belowIdentifiers == ALL;
        }

        private String text() {
            return isToAll() ? rule.keyName() : rule.keyName() + '<' + belowIdentifiers;
        }
    }

    public BlockingRules {
        applied = List.copyOf(applied);
        Set<BlockingRule> seen = EnumSet.noneOf(BlockingRule.class);
        for (Applied one : applied) {
            if (!seen.add(one.rule())) {
                throw new IllegalArgumentException(
                        "the rule " + one.rule().keyName() + " applies twice: only the first would find pairs");
            }
        }
    }

    /**
     * Adds the blocks of a record in order of precedence, at most {@value #MAX_VALUES} of a rule.
     *
     * @param identifiers how many identifiers the record has, addresses included
     * @return how many values were left out
     */
    public int addKeys(StandardValues record, int identifiers, String tenant, Set<SharedKey> keys) {
        int leftOut = 0;
        for (Applied one : applied) {
            if (identifiers < one.belowIdentifiers()) {
                SortedSet<String> values = one.rule().values(record);
                values.stream()
                        .limit(MAX_VALUES)
                        .forEach(value ->
                                keys.add(SharedKey.block(tenant, one.rule().keyName(), value)));
                leftOut += Math.max(0, values.size() - MAX_VALUES);
            }
        }
        return leftOut;
    }

    /** What decides, in one line, for digests: {@code birthDate<3,name}; the empty text if it is the usual. */
    public String text() {
        return equals(USUAL) ? "" : "[" + applied.stream().map(Applied::text).collect(Collectors.joining(",")) + "]";
    }
}
