package dev.ravel.resolver.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.scoring.PairScorer;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Regions in text. All records share a phone number, so that all pairs are candidates; {@code ab9} gives the pair of a
 * and b the weight 9, all others have -10. At 6 a pair is accepted, at 2 it is doubtful. Matches are drawn as {@code
 * ab:ACCEPTED}, questions as {@code ab:DOUBTFUL_PAIR}.
 */
class RegionResolutionTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
            # what it shows                        | records | weights         | judgements | entities | matches                                      | questions
            an accepted pair                       | ab      | ab9             | ''         | ab       | ab:ACCEPTED                                  | ''
            a doubtful pair                        | ab      | ab3             | ''         | a/b      | ab:REVIEW                                    | ab:DOUBTFUL_PAIR
            neither                                | ab      | ab1             | ''         | a/b      | ''                                           | ''
            a weaker link inside is not kept       | abc     | ab9 ac8 bc10    | ''         | abc      | ab:ACCEPTED bc:ACCEPTED                      | ''
            equal links are kept by smallest pair  | abc     | ab9 ac9 bc9     | ''         | abc      | ab:ACCEPTED ac:ACCEPTED                      | ''
            a doubtful pair inside is not asked    | abc     | ab9 bc9 ac3     | ''         | abc      | ab:ACCEPTED bc:ACCEPTED                      | ''
            a person's SAME without a link         | ab      | ''              | =ab        | ab       | ab:JUDGED(=ab)                               | ''
            a person's SAME over a link            | abc     | ab9 bc9         | =ab        | abc      | ab:ACCEPTED bc:ACCEPTED                      | ''
            SAME through a part that is apart      | abc     | ''              | =abc !ac/b | ac/b     | ac:JUDGED(=abc)                              | ''
            a pair that a person parted            | ab      | ab9             | !a/b       | a/b      | ab:BLOCKED(!a/b)                             | ''
            a doubtful pair that a person parted   | ab      | ab3             | !a/b       | a/b      | ''                                           | ''
            a doubtful pair that somebody looked at| ab      | ab3             | ?ab        | a/b      | ab:REVIEW                                    | ''
            a record that bridges a split          | abx     | ab9 ax9 bx12    | !a/b       | a/bx     | ab:BLOCKED(!a/b) ax:BLOCKED(!a/b) bx:ACCEPTED | ax:BLOCKED_BRIDGE
            the strongest of several blocked links | abxy    | ax7 ay8 bx19 by19 xy19 | !a/b | a/bxy   | ay:BLOCKED(!a/b) bx:ACCEPTED by:ACCEPTED     | ay:BLOCKED_BRIDGE
            a weak bridge                          | abcd    | ab9 bc6.5 cd9   | ''         | ab/cd    | ab:ACCEPTED bc:HELD(WEAK_BRIDGE) cd:ACCEPTED | bc:TRIPPED_GUARD
            a bridge in the middle                 | abx     | ax9 bx9         | !a/b       | a/b/x    | ax:HELD(AMBIGUOUS_BRIDGE) bx:HELD(AMBIGUOUS_BRIDGE) | ax:TRIPPED_GUARD
            a looked at link makes way for another | abx     | ax9 bx9         | !a/b ?ax   | a/b/x    | ax:HELD(AMBIGUOUS_BRIDGE) bx:HELD(AMBIGUOUS_BRIDGE) | bx:TRIPPED_GUARD
            what is too large is thinned           | abcd    | ab9 ac9 ad9 bc9 bd9 cd9 | '' | a/b/c/d  | ab:HELD(COMPONENT_SIZE) ac:HELD(COMPONENT_SIZE) ad:HELD(COMPONENT_SIZE) | ab:TRIPPED_GUARD
            """)
    void pictures(
            String what,
            String records,
            String weights,
            String judgements,
            String entities,
            String matches,
            String questions) {
        int maxRecords = what.contains("too large") ? 3 : 100;
        RegionResolution resolution = new RegionResolution(resolver(weights, maxRecords));

        ResolvedRegion resolved = resolution.resolve(live(records), judgements(judgements));

        assertThat(entities(resolved)).isEqualTo(entities);
        assertThat(matches(resolved)).isEqualTo(matches);
        assertThat(questions(resolved)).isEqualTo(questions);
    }

    @Test
    void aMatchCarriesItsRuleAndItsEvidenceWithoutValues() {
        ResolvedRegion resolved = new RegionResolution(resolver("ab9.126", 100)).resolve(live("ab"), List.of());

        assertThat(resolved.matches().get(0).rule()).isEqualTo("PHONE");
        assertThat(resolved.matches().get(0).evidence()).isEqualTo("test=drawn:9.13 other=differs:-0.05");
        assertThat(resolved.components().get(0).name()).isEqualTo("main:crm:a");
    }

    @Test
    void aDoubtfulPairThatLeadsOutIsKept() {
        RegionResolution resolution = new RegionResolution(resolver("ab9 bz3", 100));
        List<LiveRecord> region = live("ab");
        List<LiveRecord> outside = live("z");
        List<LiveRecord> touched = live("b");

        ResolvedRegion resolved = resolution.resolve(
                region, List.of(key('b')), outside, resolution.score(touched, live("abz")), List.of());

        assertThat(entities(resolved)).isEqualTo("ab");
        assertThat(matches(resolved)).isEqualTo("ab:ACCEPTED bz:REVIEW");
        assertThat(questions(resolved)).isEqualTo("bz:DOUBTFUL_PAIR");
    }

    @Test
    void anAcceptedPairThatLeadsOutIsABrokenPromise() {
        RegionResolution resolution = new RegionResolution(resolver("bz9", 100));
        List<LiveRecord> touched = live("b");

        assertThatThrownBy(() -> resolution.resolve(
                        live("ab"), List.of(key('b')), live("z"), resolution.score(touched, live("abz")), List.of()))
                .isInstanceOfSatisfying(
                        ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BROKEN_INVARIANT))
                .hasMessageContaining("main:crm:z");
    }

    @Test
    void aKeyThatDoesNotProposeMakesNoPairs() {
        List<LiveRecord> overCap = live("ab").stream()
                .map(record -> new LiveRecord(record.standard(), 0, -1L))
                .toList();
        List<LiveRecord> suppressed = live("ab").stream()
                .map(record -> new LiveRecord(record.standard(), -1L, 0))
                .toList();
        RegionResolution resolution = new RegionResolution(resolver("ab9", 100));

        assertThat(entities(resolution.resolve(overCap, List.of()))).isEqualTo("a/b");
        assertThat(entities(resolution.resolve(suppressed, List.of()))).isEqualTo("a/b");
        assertThat(CandidatePairs.rule(overCap.get(0), overCap.get(1))).isEmpty();
    }

    private static Resolver resolver(String weights, int maxRecords) {
        ResolverSettings defaults = ResolverSettings.defaults();
        ResolverSettings settings = new ResolverSettings(
                defaults.tenant(),
                defaults.defaultRegion(),
                defaults.zone(),
                6,
                2,
                1,
                maxRecords,
                defaults.blockCap(),
                defaults.identifierCandidateCap(),
                defaults.identifiers(),
                defaults.suppressedValues(),
                defaults.sources());
        Resolver real = Resolver.of(settings, MatchModel.shipped());
        Map<RecordPair, Double> drawn = new HashMap<>();
        for (String word : words(weights)) {
            drawn.put(RecordPair.of(key(word.charAt(0)), key(word.charAt(1))), Double.parseDouble(word.substring(2)));
        }
        return new Resolver(settings, real.model(), real.standardiser(), new DrawnScorer(drawn), real.digest());
    }

    /** Gives the weights drawn. */
    private record DrawnScorer(Map<RecordPair, Double> weights) implements PairScorer {
        @Override
        public double score(LiveRecord a, LiveRecord b, MatchModel model) {
            return weights.getOrDefault(RecordPair.of(a.key(), b.key()), -10.0);
        }

        @Override
        public void weigh(LiveRecord a, LiveRecord b, MatchModel model, LevelConsumer levels) {
            levels.accept("test", "drawn", score(a, b, model));
            levels.accept("other", "differs", -0.05);
        }

        @Override
        public Explanation explain(LiveRecord a, LiveRecord b, MatchModel model, String rule, String digest) {
            double weight = score(a, b, model);
            return new Explanation(
                    RecordPair.of(a.key(), b.key()),
                    weight,
                    0,
                    List.of(
                            new LevelScore("test", "drawn", weight, "secret", "secret"),
                            new LevelScore("other", "differs", -0.05, "", "")),
                    rule,
                    digest);
        }
    }

    private static List<LiveRecord> live(String names) {
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        List<LiveRecord> live = new ArrayList<>();
        for (int i = 0; i < names.length(); i++) {
            char name = names.charAt(i);
            SourceRecord record =
                    SourceRecord.of(key(name), RecordType.PERSON, T0, Map.of("phone", List.of("13911112222")));
            live.add(new LiveRecord(resolver.standardiser().standardise(record), 0, 0));
        }
        return live;
    }

    private static List<Judgement> judgements(String drawn) {
        List<Judgement> judgements = new ArrayList<>();
        for (String word : words(drawn)) {
            Verdict verdict =
                    word.startsWith("=") ? Verdict.SAME : word.startsWith("!") ? Verdict.NOT_SAME : Verdict.UNSURE;
            List<SortedSet<RecordKey>> groups = new ArrayList<>();
            for (String group : word.substring(1).split("/")) {
                groups.add(group.chars()
                        .mapToObj(name -> key((char) name))
                        .collect(Collectors.toCollection(TreeSet::new)));
            }
            judgements.add(new Judgement(word, "operation", verdict, groups, "ann", "looked at both", T0));
        }
        return judgements;
    }

    private static String entities(ResolvedRegion resolved) {
        return resolved.components().stream()
                .flatMap(component -> component.partition().parts().stream())
                .map(part -> part.stream().map(RecordKey::id).collect(Collectors.joining()))
                .sorted()
                .collect(Collectors.joining("/"));
    }

    private static String matches(ResolvedRegion resolved) {
        return resolved.matches().stream()
                .map(match -> drawn(match.pair())
                        + match.status()
                        + (match.cause().isEmpty() ? "" : "(" + match.cause() + ")"))
                .collect(Collectors.joining(" "));
    }

    private static String questions(ResolvedRegion resolved) {
        return resolved.review().stream()
                .map(item -> drawn(item.pair().orElseThrow()) + item.kind())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String drawn(RecordPair pair) {
        return pair.smaller().id() + pair.larger().id() + ":";
    }

    private static RecordKey key(char name) {
        return RecordKey.of("crm", String.valueOf(name));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
