package dev.ravel.resolver.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.resolver.blocking.BlockingRule;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.blocking.BlockingRules.Applied;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the field {@code blocking} of a model file: a list of {@code {"rule": "birthDate", "belowIdentifiers":
 * 3}} in order of precedence. A rule without the number is for all records. A file without the field has the usual rules.
 */
final class BlockingSection {
    static final String FIELD = "blocking";

    private static final String RULE = "rule";
    private static final String BELOW = "belowIdentifiers";

    private final List<String> problems;

    /**
     * Reads and writes the field.
     *
     * @param problems takes what is wrong
     */
    BlockingSection(List<String> problems) {
        this.problems = problems;
    }

    /** The rules that a file says; those that are wrong are left out, after saying so. */
    BlockingRules read(JsonNode root) {
        JsonNode section = root.path(FIELD);
        if (section.isMissingNode()) {
            return BlockingRules.USUAL;
        }
        if (!section.isArray()) {
            problems.add(FIELD + ": must be a list of rules in order of precedence, [{\"rule\": \"birthDate\"}, …]");
            return BlockingRules.USUAL;
        }
        List<Applied> applied = new ArrayList<>();
        Set<BlockingRule> seen = EnumSet.noneOf(BlockingRule.class);
        for (int i = 0; i < section.size(); i++) {
            rule(section.get(i), FIELD + "[" + i + "]").ifPresent(one -> {
                if (seen.add(one.rule())) {
                    applied.add(one);
                } else {
                    problems.add(FIELD + ": has the rule " + one.rule().keyName()
                            + " twice; keep the one at the place that it is to have");
                }
            });
        }
        return new BlockingRules(applied);
    }

    private Optional<Applied> rule(JsonNode node, String where) {
        node.fieldNames().forEachRemaining(field -> {
            if (!field.equals(RULE) && !field.equals(BELOW)) {
                problems.add(where + "." + field + ": no such field; known are " + BELOW + ", " + RULE);
            }
        });
        String name = node.path(RULE).asText("");
        Optional<BlockingRule> rule = BlockingRule.named(name);
        if (rule.isEmpty()) {
            problems.add(where + "." + RULE + ": "
                    + (name.isEmpty() ? "missing" : "there is no blocking rule '" + name + "'") + "; known are "
                    + Arrays.stream(BlockingRule.values())
                            .map(BlockingRule::keyName)
                            .collect(Collectors.joining(", ")));
        }
        JsonNode below = node.path(BELOW);
        if (below.isMissingNode()) {
            return rule.map(Applied::toAll);
        }
        if (!below.isIntegralNumber() || !below.canConvertToInt() || below.asInt() < 1) {
            problems.add(where + "." + BELOW + ": must be a whole number of 1 or more, is " + below
                    + "; leave it out for all records, or leave out the rule for none");
            return Optional.empty();
        }
        return rule.map(known -> new Applied(known, below.asInt()));
    }

    static void write(BlockingRules rules, ObjectNode root) {
        ArrayNode section = root.putArray(FIELD);
        for (Applied one : rules.applied()) {
            ObjectNode node = section.addObject().put(RULE, one.rule().keyName());
            if (!one.isToAll()) {
                node.put(BELOW, one.belowIdentifiers());
            }
        }
    }
}
