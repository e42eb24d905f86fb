package dev.ravel.resolver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every cause that can keep two records apart, each alone in a graph of its own. */
class WhyNotTest {
    private static final RecordKey A = RecordKey.of("crm", "a");
    private static final RecordKey B = RecordKey.of("shop", "b");
    private static final String PHONE = "13812340001";
    private static final SharedKey PHONE_KEY = SharedKey.identifier("main", IdentifierType.PHONE, "", "+86" + PHONE);

    private final InMemoryStore store = Runs.openStore();
    private final Explainer explainer = new Explainer(Runs.RESOLVER, store);
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void howMuchIsMissingAndWhichAttributesSpeakAgainst() {
        stream(
                person(
                        A,
                        AttributeName.NAME,
                        "王小明",
                        AttributeName.PHONE,
                        PHONE,
                        AttributeName.BIRTH_DATE,
                        "1990-01-02"),
                person(
                        B,
                        AttributeName.NAME,
                        "李伟",
                        AttributeName.PHONE,
                        PHONE,
                        AttributeName.BIRTH_DATE,
                        "1971-11-30"));
        WhyNot whyNot = explainer.whyNot(A, B);
        double weight = whyNot.explanation().direct().weight();
        double missing = Runs.RESOLVER.settings().matchWeight() - weight;
        assertThat(whyNot.missingWeight()).isEqualTo(missing).isPositive();
        assertThat(only(whyNot, WhyNotKind.BELOW_THRESHOLD).text())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Their weight of %.1f is %.1f below the threshold of %.1f.",
                        weight,
                        missing,
                        Runs.RESOLVER.settings().matchWeight()));
        List<LevelScore> against = whyNot.explanation().direct().levels().stream()
                .filter(level -> level.weight() < 0)
                .toList();
        assertThat(of(whyNot, WhyNotKind.DISAGREEMENT))
                .as("name and birth date, the strongest first")
                .hasSameSizeAs(against)
                .hasSizeGreaterThanOrEqualTo(2)
                .isSortedAccordingTo((one, other) -> Double.compare(one.weight(), other.weight()))
                .extracting(WhyNotReason::weight)
                .containsExactlyInAnyOrderElementsOf(
                        against.stream().map(LevelScore::weight).toList());
        assertThat(of(whyNot, WhyNotKind.DISAGREEMENT).toString())
                .contains("givenName")
                .contains("birthDate");
    }

    @Test
    void whatOneOfThemDoesNotHave() {
        stream(
                person(A, AttributeName.NAME, "王小明", AttributeName.EMAIL, "xm@qq.com"),
                person(B, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE));
        assertThat(of(explainer.whyNot(A, B), WhyNotKind.MISSING_EVIDENCE))
                .extracting(WhyNotReason::text)
                .containsExactly("Only " + A + " has email.", "Only " + B + " has phone.");
    }

    @Test
    void nothingInCommon() {
        stream(
                person(A, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE),
                person(B, AttributeName.NAME, "李伟", AttributeName.PHONE, "13987654321"));
        assertThat(only(explainer.whyNot(A, B), WhyNotKind.NOT_COMPARED).text()).contains("not compared");
    }

    @Test
    void aValueThatAPersonSuppressed() {
        stream(
                person(A, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE),
                person(B, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE));
        assertThat(explainer.whyNot(A, B).reasons()).as("they are one").isEmpty();
        String operation = steward.suppressIdentifier(PHONE_KEY, new StewardRequest("li", "a switchboard", "k1"))
                .operation()
                .id();
        WhyNotReason reason = only(explainer.whyNot(A, B), WhyNotKind.SUPPRESSED_VALUE);
        assertThat(reason.value()).contains(PHONE_KEY);
        assertThat(reason.text()).contains("li suppressed it (a switchboard, operation " + operation + ")");
    }

    @Test
    void aValueThatTooManyNamesCarry() {
        List<SourceRecord> family = new ArrayList<>();
        List<String> names = List.of("王小明", "李伟", "赵敏", "陈刚", "周芳");
        for (int i = 0; i < names.size(); i++) {
            family.add(
                    person(RecordKey.of("crm", "p" + i), AttributeName.NAME, names.get(i), AttributeName.PHONE, PHONE));
        }
        stream(family.toArray(SourceRecord[]::new));
        WhyNotReason reason = only(
                explainer.whyNot(RecordKey.of("crm", "p0"), RecordKey.of("crm", "p1")), WhyNotKind.SUPPRESSED_VALUE);
        assertThat(reason.value()).contains(PHONE_KEY);
        assertThat(reason.text()).contains("too many names carry it");
    }

    @Test
    void aValueThatBringsNobodyTogetherAnyMore() {
        List<SourceRecord> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(
                    person(RecordKey.of("crm", "p" + (10 + i)), AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE));
        }
        stream(many.toArray(SourceRecord[]::new));
        WhyNotReason reason = only(
                explainer.whyNot(RecordKey.of("crm", "p10"), RecordKey.of("crm", "p11")), WhyNotKind.TOO_COMMON_VALUE);
        assertThat(reason.value()).contains(PHONE_KEY);
    }

    @Test
    void aJudgementOfOthersOfTheirCustomers() {
        RecordKey second = RecordKey.of("crm", "a2");
        stream(
                person(A, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE),
                person(second, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE),
                person(B, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE));
        Entity whole = store.entityOf(A).orElseThrow();
        String operation = steward.split(
                        whole.id(),
                        whole.membershipVersion(),
                        List.of(Set.of(A, second), Set.of(B)),
                        new StewardRequest("li", "father and son", "k1", "CASE-7", Optional.empty()))
                .operation()
                .id();
        RecordKey late = RecordKey.of("crm", "a3");
        stream(person(late, AttributeName.NAME, "王小明", AttributeName.PHONE, PHONE));
        Entity joined = store.entityOf(late).orElseThrow();
        RecordKey other = joined.records().contains(B) ? A : B;
        WhyNotReason reason = only(explainer.whyNot(late, other), WhyNotKind.CANNOT_LINK);
        assertThat(reason.judgement().orElseThrow().judgement().operation()).isEqualTo(operation);
        assertThat(reason.text()).startsWith("li judged them different (father and son, ");
    }

    @Test
    void aGuardThatHoldsTheirLink() {
        Runs.applyAtOnce(store, new CustomerGenerator(3).versions(60));
        Match held = store.matchesOf(store.recordKeys()).stream()
                .filter(match -> match.status() == MatchStatus.HELD)
                .findFirst()
                .orElseThrow();
        assertThat(of(explainer.whyNot(held.pair().smaller(), held.pair().larger()), WhyNotKind.GUARD))
                .extracting(WhyNotReason::text)
                .anyMatch(text -> text.startsWith("The guard " + held.cause() + " holds the link of weight ")
                        && text.contains(held.pair().toString()));
    }

    private static List<WhyNotReason> of(WhyNot whyNot, WhyNotKind kind) {
        return whyNot.reasons().stream().filter(reason -> reason.kind() == kind).toList();
    }

    private static WhyNotReason only(WhyNot whyNot, WhyNotKind kind) {
        List<WhyNotReason> reasons = of(whyNot, kind);
        assertThat(reasons).as("%s of %s", kind, whyNot).hasSize(1);
        return reasons.get(0);
    }

    private void stream(SourceRecord... versions) {
        Runs.applyAtOnce(store, List.of(versions));
    }

    /** A person as one system knows them: attribute names and values in turn. */
    private static SourceRecord person(RecordKey key, String... attributes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put(attributes[i], List.of(attributes[i + 1]));
        }
        return SourceRecord.of(key, RecordType.PERSON, Runs.NOW.minusSeconds(9), values);
    }
}
