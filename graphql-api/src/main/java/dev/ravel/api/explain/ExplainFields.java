package dev.ravel.api.explain;

import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.explain.Explainer;
import dev.ravel.resolver.explain.PairExplanation;
import dev.ravel.resolver.explain.PathStep;
import dev.ravel.resolver.explain.WhyNot;
import dev.ravel.resolver.explain.WhyNotKind;
import dev.ravel.resolver.explain.WhyNotReason;
import dev.ravel.resolver.store.StoredJudgement;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers why two records are, or are not, one customer. */
public final class ExplainFields {
    private final Explainer explainer;
    private final String tenant;
    private final StoreWork work;

    public ExplainFields(Explainer explainer, String tenant, StoreWork work) {
        this.explainer = explainer;
        this.tenant = tenant;
        this.work = work;
    }

    /** Wires the query, explanations and judgements. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "explain", this::explain);
        wiring.root("Query", "whyNot", this::whyNot);
        wiring.enumeration(Verdict.class).enumeration(WhyNotKind.class);
        wiring.type("WhyNot", WhyNot.class)
                .plain("explanation", WhyNot::explanation)
                .plain("missingWeight", WhyNot::missingWeight)
                .plain("reasons", WhyNot::reasons);
        wiring.type("WhyNotReason", WhyNotReason.class)
                .plain("kind", WhyNotReason::kind)
                .plain("text", WhyNotReason::text)
                .plain("judgement", reason -> reason.judgement().orElse(null))
                .plain("identifier", ExplainFields::value)
                .plain("weight", WhyNotReason::weight);
        wiring.type("PairExplanation", PairExplanation.class)
                .fetched("separatingValues", (explanation, environment) -> separating(explanation))
                .plain("a", explanation -> explanation.direct().pair().smaller())
                .plain("b", explanation -> explanation.direct().pair().larger())
                .plain("outcome", PairExplanation::outcome)
                .plain("sameEntity", PairExplanation::sameEntity)
                .plain("weight", explanation -> explanation.direct().weight())
                .plain("probability", explanation -> explanation.direct().probability())
                .plain("model", PairExplanation::model)
                .plain("prior", explanation -> explanation.direct().prior())
                .plain("levels", explanation -> explanation.direct().levels())
                .plain("rule", explanation -> explanation.direct().rule())
                .plain("path", PairExplanation::path)
                .plain("shared", explanation -> shared(explanation.shared(), explanation.suppressed()))
                .plain("suppressed", ExplainFields::suppressed)
                .plain("judgements", PairExplanation::judgements)
                .plain("digest", explanation -> explanation.direct().digest());
        wiring.type("PathStep", PathStep.class)
                .plain("a", step -> step.match().pair().smaller())
                .plain("b", step -> step.match().pair().larger())
                .plain("weight", step -> step.match().weight())
                .plain("status", step -> step.match().status())
                .plain("evidence", step -> step.match().evidence())
                .plain("levels", step -> step.levels().levels())
                .plain("values", step -> shared(step.values(), step.suppressed()))
                .plain("rule", step -> step.match().rule())
                .plain("cause", step -> step.match().cause())
                .plain("digest", step -> step.levels().digest())
                .plain("since", PathStep::since);
        wiring.type("ComparisonLevel", LevelScore.class)
                .plain("comparison", LevelScore::comparison)
                .plain("level", LevelScore::level)
                .plain("weight", LevelScore::weight)
                .plain("left", LevelScore::left)
                .plain("right", LevelScore::right);
        wiring.type("Identifier", SharedIdentifier.class)
                .plain("type", identifier -> identifier.key().identifierType())
                .plain("scope", identifier -> identifier.key().scope())
                .plain("value", identifier -> identifier.key().value())
                .plain("suppressed", SharedIdentifier::suppressed);
        wiring.type("Judgement", StoredJudgement.class)
                .plain("id", stored -> stored.judgement().id())
                .plain("operation", stored -> stored.judgement().operation())
                .plain("verdict", stored -> stored.judgement().verdict())
                .plain("groups", ExplainFields::groups)
                .plain("actor", stored -> stored.judgement().actor())
                .plain("reason", stored -> stored.judgement().reason())
                .plain("at", stored -> stored.judgement().at())
                .plain(
                        "ticket",
                        stored -> stored.judgement().ticket().isEmpty()
                                ? null
                                : stored.judgement().ticket())
                .plain("reviewAt", stored -> stored.judgement().reviewAt().orElse(null))
                .plain("evidence", stored -> stored.judgement().evidence())
                .plain("stands", StoredJudgement::stands)
                .plain("supersededBy", stored -> stored.stands() ? null : stored.supersededBy());
    }

    private CompletionStage<?> explain(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        RecordKey a = arguments.recordKey("a", tenant);
        RecordKey b = arguments.recordKey("b", tenant);
        if (a.equals(b)) {
            throw Arguments.invalid("a and b are the same record: " + a.source() + ' ' + a.id());
        }
        return work.read(() -> explainer.explain(a, b));
    }

    private CompletionStage<?> whyNot(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        RecordKey a = arguments.recordKey("a", tenant);
        RecordKey b = arguments.recordKey("b", tenant);
        return work.read(() -> explainer.whyNot(a, b));
    }

    private CompletionStage<?> separating(PairExplanation explanation) {
        RecordKey a = explanation.direct().pair().smaller();
        RecordKey b = explanation.direct().pair().larger();
        return work.read(() -> explainer.separatingValues(a, b).stream()
                .map(key -> new SharedIdentifier(key, false))
                .toList());
    }

    private static @Nullable SharedIdentifier value(WhyNotReason reason) {
        return reason.value()
                .map(key -> new SharedIdentifier(key, reason.kind() == WhyNotKind.SUPPRESSED_VALUE))
                .orElse(null);
    }

    private static List<SharedIdentifier> shared(List<SharedKey> shared, List<SharedKey> suppressed) {
        return shared.stream()
                .map(key -> new SharedIdentifier(key, suppressed.contains(key)))
                .toList();
    }

    private static List<SharedIdentifier> suppressed(PairExplanation explanation) {
        return explanation.suppressed().stream()
                .map(key -> new SharedIdentifier(key, true))
                .toList();
    }

    private static List<List<RecordKey>> groups(StoredJudgement stored) {
        return stored.judgement().groups().stream().map(List::copyOf).toList();
    }
}
