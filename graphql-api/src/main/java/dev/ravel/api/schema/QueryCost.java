package dev.ravel.api.schema;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import java.util.Map;

/**
 * Estimates how many values an answer has: a field counts itself and, for each element of its list, what is below it.
 * Pages count their {@code first} elements, other lists a typical number; a field that calls the store for each of its
 * objects counts {@value #STORE_CALL} more.
 */
final class QueryCost implements FieldComplexityCalculator {
    static final int STORE_CALL = 20;

    private static final int ROOT_FIELD = 50;
    private static final int MUTATION = 500;
    private static final int TYPICAL_LIST = 10;

    /** Lists by type and field without a page's size, or with one that is far above what is usual. */
    private static final Map<String, Integer> LISTS = Map.ofEntries(
            Map.entry("Entity.records", TYPICAL_LIST),
            Map.entry("Entity.goldenRecord", TYPICAL_LIST),
            Map.entry("Entity.identifiers", TYPICAL_LIST),
            Map.entry("Entity.matches", TYPICAL_LIST),
            Map.entry("Entity.successors", 2),
            Map.entry("Entity.related", TYPICAL_LIST),
            Map.entry("RelatedEntity.by", 2),
            Map.entry("EntityIdentifier.records", TYPICAL_LIST),
            Map.entry("EntityGraph.nodes", 2 * TYPICAL_LIST),
            Map.entry("EntityGraph.edges", 4 * TYPICAL_LIST),
            Map.entry("Record.attributes", TYPICAL_LIST),
            Map.entry("Record.versions", TYPICAL_LIST),
            Map.entry("RecordVersion.attributes", TYPICAL_LIST),
            Map.entry("LineageEvent.before", TYPICAL_LIST),
            Map.entry("LineageEvent.after", TYPICAL_LIST),
            Map.entry("PairExplanation.levels", TYPICAL_LIST),
            Map.entry("PairExplanation.path", TYPICAL_LIST),
            Map.entry("PairExplanation.shared", TYPICAL_LIST),
            Map.entry("PairExplanation.judgements", TYPICAL_LIST),
            Map.entry("Judgement.groups", 2 * TYPICAL_LIST),
            Map.entry("Operation.entities", TYPICAL_LIST),
            Map.entry("OperationResult.entities", TYPICAL_LIST),
            Map.entry("OperationResult.events", TYPICAL_LIST),
            Map.entry("OperationPreview.entities", TYPICAL_LIST),
            Map.entry("OperationPreview.events", TYPICAL_LIST),
            Map.entry("OperationResult.differences", TYPICAL_LIST),
            Map.entry("OperationPreview.differences", TYPICAL_LIST),
            Map.entry("EntityDifference.joined", TYPICAL_LIST),
            Map.entry("EntityDifference.left", TYPICAL_LIST),
            Map.entry("EntityAsOf.records", TYPICAL_LIST),
            Map.entry("EntityAsOf.goldenRecord", TYPICAL_LIST),
            Map.entry("WhyNot.reasons", TYPICAL_LIST),
            Map.entry("Query.auditReports", TYPICAL_LIST),
            Map.entry("Query.previewBulk", 2 * TYPICAL_LIST),
            Map.entry("Mutation.bulk", 2 * TYPICAL_LIST),
            Map.entry("AuditReport.byRule", TYPICAL_LIST),
            Map.entry("AuditReport.bySource", TYPICAL_LIST),
            Map.entry("AuditReport.open", TYPICAL_LIST),
            Map.entry("Cut.near", TYPICAL_LIST),
            Map.entry("Cut.far", TYPICAL_LIST),
            Map.entry("Cut.links", TYPICAL_LIST));

    private static final Map<String, Integer> CALLS = Map.ofEntries(
            Map.entry("Entity.events", STORE_CALL),
            Map.entry("Record.versions", STORE_CALL),
            Map.entry("Entity.story", 2 * STORE_CALL),
            Map.entry("AuditReport.open", TYPICAL_LIST * STORE_CALL),
            Map.entry("Entity.related", TYPICAL_LIST * STORE_CALL),
            Map.entry("Entity.asOf", TYPICAL_LIST * STORE_CALL),
            Map.entry("Entity.diff", 2 * TYPICAL_LIST * STORE_CALL),
            Map.entry("Query.entitiesAsOf", 2 * TYPICAL_LIST * STORE_CALL),
            Map.entry("PairExplanation.separatingValues", TYPICAL_LIST * STORE_CALL));

    @Override
    public int calculate(FieldComplexityEnvironment field, int below) {
        String type = field.getParentType().getName();
        String name = type + '.' + field.getFieldDefinition().getName();
        long own = 1L + CALLS.getOrDefault(name, 0) + rootCost(type);
        long cost = own + (long) elements(name, field.getArguments()) * below;
        return (int) Math.min(Integer.MAX_VALUE / 2, cost);
    }

    private static int rootCost(String type) {
        return switch (type) {
            case "Query", "Subscription" -> ROOT_FIELD;
            case "Mutation" -> MUTATION;
            default -> 0;
        };
    }

    private static int elements(String name, Map<String, Object> arguments) {
        Integer typical = LISTS.get(name);
        if (arguments.get("first") instanceof Integer first) {
            return typical == null ? Math.max(1, first) : Math.min(typical, Math.max(1, first));
        }
        return typical == null ? 1 : typical;
    }
}
