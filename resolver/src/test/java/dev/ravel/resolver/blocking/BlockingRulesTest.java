package dev.ravel.resolver.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.BlockingRules.Applied;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.Standardiser;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockingRulesTest {
    private static final Map<String, List<String>> PERSON = Map.of(
            AttributeName.NAME, List.of("Anna Berger"),
            AttributeName.BIRTH_DATE, List.of("1980-02-01"),
            AttributeName.PHONE, List.of("13812340001"));

    @Test
    void blocksComeInTheOrderOfTheRules() {
        assertThat(scopes(new BlockingRules(List.of(
                        Applied.toAll(BlockingRule.NAME),
                        Applied.toAll(BlockingRule.BIRTH_DATE),
                        Applied.toAll(BlockingRule.BIRTH_DATE_AND_NAME)))))
                .containsExactly("name", "birthDate", "birthDateAndName");
    }

    @Test
    void aRecordWithAsManyIdentifiersIsNotLookedForByARuleThatAsksForFewer() {
        assertThat(scopes(new BlockingRules(
                        List.of(new Applied(BlockingRule.NAME, 1), new Applied(BlockingRule.BIRTH_DATE, 2)))))
                .containsExactly("birthDate");
    }

    @Test
    void withoutRulesOnlyIdentifiersFindCandidates() {
        assertThat(scopes(new BlockingRules(List.of()))).isEmpty();
    }

    @Test
    void theUsualRulesAreAllInTheOrderOfTheirVocabulary() {
        assertThat(BlockingRules.USUAL.applied())
                .extracting(Applied::rule)
                .containsExactlyElementsOf(Arrays.asList(BlockingRule.values()));
    }

    @Test
    void valuesPastTheLimitAreLeftOutInAscendingOrderAndCounted() {
        List<String> dates = IntStream.rangeClosed(1, BlockingRules.MAX_VALUES + 3)
                .mapToObj(day -> String.format("1980-03-%02d", day + 12))
                .toList();
        StandardRecord record = standard(BlockingRules.USUAL, Map.of(AttributeName.BIRTH_DATE, dates));
        Set<SharedKey> keys = new LinkedHashSet<>();

        int leftOut = new BlockingRules(List.of(Applied.toAll(BlockingRule.BIRTH_DATE)))
                .addKeys(record.values(), 0, "main", keys);

        assertThat(leftOut).isEqualTo(3);
        assertThat(keys)
                .extracting(SharedKey::value)
                .containsExactlyElementsOf(dates.subList(0, BlockingRules.MAX_VALUES));
    }

    @Test
    void aRuleAppliesOnce() {
        List<Applied> twice = List.of(Applied.toAll(BlockingRule.NAME), new Applied(BlockingRule.NAME, 2));

        assertThatThrownBy(() -> new BlockingRules(twice)).hasMessageContaining("name applies twice");
    }

    private static Set<String> scopes(BlockingRules rules) {
        Set<String> scopes = new LinkedHashSet<>();
        standard(rules, PERSON).keys().stream().filter(SharedKey::isBlock).forEach(key -> scopes.add(key.scope()));
        return scopes;
    }

    private static StandardRecord standard(BlockingRules rules, Map<String, List<String>> attributes) {
        return new Standardiser(ResolverSettings.defaults(), rules)
                .standardise(SourceRecord.of(
                        RecordKey.of("crm", "1"),
                        RecordType.PERSON,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        attributes));
    }
}
