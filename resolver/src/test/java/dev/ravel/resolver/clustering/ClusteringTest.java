package dev.ravel.resolver.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of components, and what becomes of them: links at 6 are accepted, bridges below 7 are weak, 5 records fit. */
class ClusteringTest {
    private static final Guards GUARDS =
            new Guards(5, 7, 1, Set.of(IdentifierType.NATIONAL_ID), EnumSet.allOf(Comparison.class), Set.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
            # what it shows                       | records | links                                  | judgements | parts     | held
            a record alone                        | a       | ''                                     | ''         | a         | ''
            two linked records                    | ''      | ab9                                    | ''         | ab        | ''
            a chain                               | ''      | ab9 bc6.5                              | ''         | abc       | ''
            what does not hang together           | a b c   | ab9                                    | ''         | ab/c      | ''
            a person joins without a link         | a b     | ''                                     | =ab        | ab        | ''
            a person parts a link                 | ''      | ab20                                   | !a/b       | a/b       | ab:CANNOT_LINK(!a/b)
            NOT_SAME wins over SAME               | a b c   | ''                                     | =abc !a/b  | ac/b      | ''
            SAME wins over exclusive values       | a1 b2   | ab9                                    | =ab        | ab        | ''
            an undecided judgement changes nothing| ''      | ab9                                    | ?ab        | ab        | ''
            a judgement about others              | ''      | ab9                                    | !a/z       | ab        | ''
            SAME through a deleted record         | a b     | ''                                     | =azb       | ab        | ''
            a bridge goes where it weighs most    | ''      | ax9 ay8 bx7 xy9 cb9                    | !a/b       | axy/bc    | bx:CANNOT_LINK(!a/b)
            all links of the bridge count         | ''      | ax9 cx9 ac9 bx12                       | !a/b       | acx/b     | bx:CANNOT_LINK(!a/b)
            a lead too small means alone          | ''      | ax9 bx9.5                              | !a/b       | a/b/x     | ax:AMBIGUOUS_BRIDGE bx:AMBIGUOUS_BRIDGE
            a tie means alone                     | ''      | ax9 bx9                                | !a/b       | a/b/x     | ax:AMBIGUOUS_BRIDGE bx:AMBIGUOUS_BRIDGE
            a chain between two sides             | ''      | ax10 xy8 by9                           | !a/b       | ax/by     | xy:CANNOT_LINK(!a/b)
            different exclusive values            | a1 b2   | ab20                                   | ''         | a/b       | ab:EXCLUSIVE_CONFLICT(NATIONAL_ID)
            equal exclusive values                | a1 b1   | ab20                                   | ''         | ab        | ''
            exclusive values through a third      | a1 b2   | ax12 bx9                               | ''         | ax/b      | bx:EXCLUSIVE_CONFLICT(NATIONAL_ID)
            a person and an organisation          | aP bO   | ax12 bx9                               | ''         | ax/b      | bx:EXCLUSIVE_CONFLICT(type)
            a weak bridge between two pairs       | ''      | ab9 bc6.5 cd9                          | ''         | ab/cd     | bc:WEAK_BRIDGE
            a bridge that is strong enough        | ''      | ab9 bc7 cd9                            | ''         | abcd      | ''
            a weak link to a single record        | ''      | ab9 ac9 bc9 cd6.5                      | ''         | abcd      | ''
            a second link makes it no bridge      | ''      | ab9 bc6.5 cd9 ad6.5                    | ''         | abcd      | ''
            the cheapest weak bridge first        | ''      | ab6.5 bc6.1 cd6.2                      | ''         | ab/cd     | bc:WEAK_BRIDGE
            ties are cut at the smallest pair     | ''      | ab6.5 bc6.5 cd6.5 de6.5                | ''         | ab/cde    | bc:WEAK_BRIDGE
            a judged pair is a group of two       | y z     | ax6.5 xb6.4                            | =ay =bz    | axy/bz    | bx:WEAK_BRIDGE
            too many records                      | ''      | ab9 bc9 cd7 de9 ef9                    | ''         | abc/def   | cd:COMPONENT_SIZE
            too many records at one weight        | ''      | ab9 bc9 cd9 de9 ef9                    | ''         | a/b/c/d/e/f | ab:COMPONENT_SIZE bc:COMPONENT_SIZE cd:COMPONENT_SIZE de:COMPONENT_SIZE ef:COMPONENT_SIZE
            each sub-part at its own threshold    | ''      | ab9 bc9 cd7 de7 ef7 fg8                | ''         | abc/d/e/fg | cd:COMPONENT_SIZE de:COMPONENT_SIZE ef:COMPONENT_SIZE
            a judged unit larger than allowed     | b c d e f | ag9                                    | =abcdef    | abcdef/g  | ag:COMPONENT_SIZE
            a conflict inside what is too large   | ''      | ab9 bc9 cd9 de9 ef9                    | !c/d       | abc/def   | cd:CANNOT_LINK(!c/d)
            """)
    void pictures(String what, String records, String links, String judgements, String parts, String held) {
        Partition partition =
                Clustering.cluster(Drawing.component(records, links), Drawing.judgements(judgements), GUARDS);

        assertThat(Drawing.parts(partition)).isEqualTo(parts);
        assertThat(Drawing.held(partition)).isEqualTo(held);
    }

    @Test
    void aSuppressedExclusiveValueIsNoConflict() {
        Component both = Drawing.component("a1 b2", "ab20");
        Component blind = new Component(
                both.records().stream()
                        .map(record -> new LiveRecord(record.standard(), -1L, 0))
                        .toList(),
                both.links());

        assertThat(Drawing.parts(Clustering.cluster(blind, List.of(), GUARDS))).isEqualTo("ab");
    }

    @Test
    void recordsOfASourceThatHasEachCustomerOnceStayApartUnlessAPersonJoinsThem() {
        Guards once = new Guards(
                GUARDS.maxRecords(),
                GUARDS.weakBelow(),
                GUARDS.leadRequired(),
                GUARDS.exclusive(),
                GUARDS.conclusive(),
                Set.of("crm"));
        Component alike = Drawing.component("", "ab20");

        Partition apart = Clustering.cluster(alike, List.of(), once);
        assertThat(Drawing.parts(apart)).isEqualTo("a/b");
        assertThat(Drawing.held(apart)).isEqualTo("ab:EXCLUSIVE_CONFLICT(source)");
        assertThat(Drawing.parts(Clustering.cluster(alike, Drawing.judgements("=ab"), once)))
                .isEqualTo("ab");
    }

    @Test
    void aLinkToARecordOutsideIsRefused() {
        Component whole = Drawing.component("", "ab9 bc9");
        Component torn = new Component(whole.records().subList(0, 2), whole.links());

        assertThatThrownBy(() -> Clustering.cluster(torn, List.of(), GUARDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("main:crm:c");
    }

    @Test
    void aRecordOrLinkGivenTwiceIsRefused() {
        Component whole = Drawing.component("", "ab9");

        assertThatThrownBy(() -> new Component(
                        List.of(whole.records().get(0), whole.records().get(0)), List.of()))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new Component(
                        whole.records(),
                        List.of(whole.links().get(0), whole.links().get(0))))
                .hasMessageContaining("twice");
    }
}
