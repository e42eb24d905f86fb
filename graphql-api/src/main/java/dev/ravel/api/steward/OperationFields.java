package dev.ravel.api.steward;

import dev.ravel.api.entity.Loaders;
import dev.ravel.api.explain.SharedIdentifier;
import dev.ravel.api.schema.Wiring;
import dev.ravel.model.identity.EntityId;
import dev.ravel.resolver.lineage.EntityDifference;
import dev.ravel.resolver.region.ScoredPair;
import dev.ravel.resolver.steward.Cut;
import dev.ravel.resolver.steward.MeasureChange;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.store.StoredOperation;
import java.util.List;

/** Answers the fields of operations, of what they did or would do, and of differences. */
final class OperationFields {
    private OperationFields() {}

    static void wire(Wiring wiring) {
        wiring.type("Operation", StoredOperation.class)
                .plain("id", StoredOperation::id)
                .plain("kind", StoredOperation::kind)
                .plain("actor", StoredOperation::actor)
                .plain("reason", StoredOperation::reason)
                .plain("at", StoredOperation::at)
                .fetched(
                        "entities",
                        (operation, env) -> Loaders.entities(
                                env,
                                operation.entities().stream().map(EntityId::new).toList()))
                .plain("undoes", operation -> operation.undoes().isEmpty() ? null : operation.undoes())
                .plain("alsoUndoes", StoredOperation::alsoUndoes);
        wiring.type("OperationResult", OperationResult.class)
                .plain("operation", OperationResult::operation)
                .plain("entities", OperationResult::entities)
                .plain("events", OperationResult::events)
                .plain("differences", OperationResult::differences)
                .plain("identifiers", OperationFields::ruledOn)
                .plain("measures", OperationResult::measures)
                .plain("cut", result -> result.cut().orElse(null))
                .plain("awaits", result -> result.awaits().orElse(null))
                .plain("repeated", OperationResult::repeated);
        wiring.type("OperationPreview", OperationResult.class)
                .plain("entities", OperationResult::entities)
                .plain("events", OperationResult::events)
                .plain("differences", OperationResult::differences)
                .plain("identifiers", OperationFields::ruledOn)
                .plain("measures", OperationResult::measures)
                .plain("cut", result -> result.cut().orElse(null))
                .plain("needsSecondSteward", result -> result.awaits().isPresent());
        wiring.type("EntityDifference", EntityDifference.class)
                .plain("entity", difference -> difference.entity().value())
                .plain("joined", difference -> List.copyOf(difference.joined()))
                .plain("left", difference -> List.copyOf(difference.left()))
                .plain("valuesGained", EntityDifference::valuesGained)
                .plain("valuesLost", EntityDifference::valuesLost);
        wiring.type("MeasureChange", MeasureChange.class)
                .plain("entity", change -> change.entity().value())
                .plain("measure", MeasureChange::measure)
                .plain("before", MeasureChange::before)
                .plain("after", MeasureChange::after);
        wiring.type("Cut", Cut.class)
                .plain("near", cut -> List.copyOf(cut.near()))
                .plain("far", cut -> List.copyOf(cut.far()))
                .plain("links", Cut::links)
                .plain("values", OperationFields::blamed);
        wiring.type("CutLink", ScoredPair.class)
                .plain("a", link -> link.pair().smaller())
                .plain("b", link -> link.pair().larger())
                .plain("weight", ScoredPair::weight);
    }

    private static List<SharedIdentifier> ruledOn(OperationResult result) {
        return result.identifiers().stream()
                .map(state -> new SharedIdentifier(state.key(), state.suppressed()))
                .toList();
    }

    private static List<SharedIdentifier> blamed(Cut cut) {
        return cut.values().stream()
                .map(key -> new SharedIdentifier(key, false))
                .toList();
    }
}
