package dev.ravel.resolver.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a model file that say how the model came about: each may be missing, but is whole if it is there. */
final class OriginFields {
    static final String TRAINED_ON = "trainedOn";
    static final String THRESHOLDS = "thresholds";
    static final String FREQUENCY_CUT = "frequencyCut";

    private static final String STARTED_FROM = "startedFrom";

    private final List<String> problems;

    /**
     * A reader.
     *
     * @param problems takes what is wrong
     */
    OriginFields(List<String> problems) {
        this.problems = problems;
    }

    static void write(ModelOrigin origin, ObjectNode root) {
        origin.trainedOn().ifPresent(on -> {
            ObjectNode node = root.putObject(TRAINED_ON)
                    .put("records", on.records())
                    .put("randomPairs", on.randomPairs())
                    .put("candidatePairs", on.candidatePairs())
                    .put("expectedPairs", on.expectedPairs())
                    .put("labelledPairs", on.labelledPairs());
            node.putObject(STARTED_FROM).put("name", on.startName()).put("version", on.startVersion());
        });
        origin.thresholds().ifPresent(thresholds -> root.putObject(THRESHOLDS)
                .put("matchWeight", thresholds.matchWeight())
                .put("reviewWeight", thresholds.reviewWeight()));
        origin.frequencyCut()
                .ifPresent(cut ->
                        root.putObject(FREQUENCY_CUT).put("terms", cut.terms()).put("records", cut.records()));
    }

    ModelOrigin read(JsonNode root) {
        return new ModelOrigin(
                object(
                                root,
                                TRAINED_ON,
                                Set.of(
                                        "records",
                                        "randomPairs",
                                        "candidatePairs",
                                        "expectedPairs",
                                        "labelledPairs",
                                        STARTED_FROM))
                        .map(this::trainedOn),
                object(root, THRESHOLDS, Set.of("matchWeight", "reviewWeight")).map(this::thresholds),
                object(root, FREQUENCY_CUT, Set.of("terms", "records"))
                        .map(node -> new ModelOrigin.FrequencyCut(
                                count(node, FREQUENCY_CUT, "terms"), count(node, FREQUENCY_CUT, "records"))));
    }

    private ModelOrigin.TrainedOn trainedOn(JsonNode node) {
        JsonNode start = node.path(STARTED_FROM);
        if (!start.path("name").isTextual() || !start.path("version").isTextual()) {
            problems.add(TRAINED_ON + "." + STARTED_FROM + ": must name the model, {\"name\": …, \"version\": …}");
        }
        return new ModelOrigin.TrainedOn(
                count(node, TRAINED_ON, "records"),
                count(node, TRAINED_ON, "randomPairs"),
                count(node, TRAINED_ON, "candidatePairs"),
                count(node, TRAINED_ON, "expectedPairs"),
                count(node, TRAINED_ON, "labelledPairs"),
                start.path("name").asText(""),
                start.path("version").asText(""));
    }

    private ModelOrigin.Thresholds thresholds(JsonNode node) {
        return new ModelOrigin.Thresholds(weight(node, "matchWeight"), weight(node, "reviewWeight"));
    }

    private double weight(JsonNode node, String field) {
        if (!node.path(field).isNumber()) {
            problems.add(THRESHOLDS + "." + field + ": must be a number");
        }
        return node.path(field).asDouble();
    }

    private long count(JsonNode node, String parent, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong() || value.asLong() < 0) {
            problems.add(parent + "." + field + ": must be a whole number, 0 or more");
            return 0;
        }
        return value.asLong();
    }

    private Optional<JsonNode> object(JsonNode root, String field, Set<String> known) {
        if (!root.has(field)) {
            return Optional.empty();
        }
        JsonNode node = root.path(field);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(field + "." + name + ": no such field; known are "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
        return Optional.of(node);
    }
}
