package dev.ravel.launcher.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Json;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.store.StoredOperation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The standing judgements as JSON Lines, so that they go where records are resolved without the graph: one object a line with
 * one field, {@code operation}, {@code judgement} or {@code ruling}, whose value has the fields of what it stands for.
 */
public final class JudgementFile {
    private static final String OPERATION = "operation";
    private static final String JUDGEMENT = "judgement";
    private static final String RULING = "ruling";

    private JudgementFile() {}

    /** Writes the file. */
    public static void write(Path file, Decisions decisions) throws IOException {
        try (DurableText out = new DurableText(file)) {
            for (StoredOperation operation : decisions.operations()) {
                line(out, OPERATION, json(operation));
            }
            for (Judgement judgement : decisions.judgements()) {
                line(out, JUDGEMENT, json(judgement));
            }
            for (IdentifierJudgement ruling : decisions.rulings()) {
                line(out, RULING, json(ruling));
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws CommandException with {@link ExitCode#USAGE} naming the line that is not as it should be
     */
    public static Decisions read(Path file) throws IOException {
        List<StoredOperation> operations = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        List<IdentifierJudgement> rulings = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    JsonNode json = Json.parse(line);
                    if (json.has(OPERATION)) {
                        operations.add(operation(json.path(OPERATION)));
                    } else if (json.has(JUDGEMENT)) {
                        judgements.add(judgement(json.path(JUDGEMENT)));
                    } else {
                        rulings.add(ruling(json.path(RULING)));
                    }
                } catch (RuntimeException e) {
                    throw new CommandException(
                            ExitCode.USAGE,
                            file + " line " + number + " is no judgement (" + e.getMessage()
                                    + "); ravel audit judgements writes such files",
                            e);
                }
            }
        }
        return new Decisions(operations, judgements, rulings);
    }

    private static void line(DurableText out, String field, ObjectNode value) throws IOException {
        out.text().write(Json.object().<ObjectNode>set(field, value).toString());
        out.text().write('\n');
    }

    private static ObjectNode json(StoredOperation operation) {
        ObjectNode json = Json.object()
                .put("id", operation.id())
                .put("kind", operation.kind())
                .put("idempotencyKey", operation.idempotencyKey())
                .put("fingerprint", operation.fingerprint())
                .put("actor", operation.actor())
                .put("reason", operation.reason())
                .put("at", operation.at().toString())
                .put("undoes", operation.undoes())
                .put("identifier", operation.identifier());
        addAll(json.putArray("entities"), operation.entities());
        addAll(json.putArray("alsoUndoes"), operation.alsoUndoes());
        return json;
    }

    private static StoredOperation operation(JsonNode json) {
        return new StoredOperation(
                text(json, "id"),
                text(json, "kind"),
                text(json, "idempotencyKey"),
                text(json, "fingerprint"),
                text(json, "actor"),
                text(json, "reason"),
                Instant.parse(text(json, "at")),
                texts(json.path("entities")),
                text(json, "undoes"),
                texts(json.path("alsoUndoes")),
                text(json, "identifier"));
    }

    private static ObjectNode json(Judgement judgement) {
        ObjectNode json = Json.object()
                .put("id", judgement.id())
                .put("operation", judgement.operation())
                .put("verdict", judgement.verdict().name())
                .put("actor", judgement.actor())
                .put("reason", judgement.reason())
                .put("at", judgement.at().toString())
                .put("ticket", judgement.ticket());
        judgement.reviewAt().ifPresent(day -> json.put("reviewAt", day.toString()));
        addAll(json.putArray("evidence"), judgement.evidence());
        ArrayNode groups = json.putArray("groups");
        judgement
                .groups()
                .forEach(group -> addAll(
                        groups.addArray(), group.stream().map(RecordKey::text).toList()));
        return json;
    }

    private static Judgement judgement(JsonNode json) {
        List<SortedSet<RecordKey>> groups = new ArrayList<>();
        for (JsonNode group : json.path("groups")) {
            SortedSet<RecordKey> keys = new TreeSet<>();
            texts(group).forEach(key -> keys.add(RecordKey.parse(key)));
            groups.add(keys);
        }
        return new Judgement(
                text(json, "id"),
                text(json, "operation"),
                Verdict.valueOf(text(json, "verdict")),
                groups,
                text(json, "actor"),
                text(json, "reason"),
                Instant.parse(text(json, "at")),
                text(json, "ticket"),
                reviewAt(json),
                texts(json.path("evidence")));
    }

    private static ObjectNode json(IdentifierJudgement ruling) {
        ObjectNode json = Json.object()
                .put("id", ruling.id())
                .put("operation", ruling.operation())
                .put("identifier", ruling.identifier().text())
                .put("ruling", ruling.ruling().name())
                .put("actor", ruling.actor())
                .put("reason", ruling.reason())
                .put("at", ruling.at().toString())
                .put("ticket", ruling.ticket());
        ruling.reviewAt().ifPresent(day -> json.put("reviewAt", day.toString()));
        return json;
    }

    private static IdentifierJudgement ruling(JsonNode json) {
        return new IdentifierJudgement(
                text(json, "id"),
                text(json, "operation"),
                SharedKey.parse(text(json, "identifier")),
                IdentifierRuling.valueOf(text(json, "ruling")),
                text(json, "actor"),
                text(json, "reason"),
                Instant.parse(text(json, "at")),
                text(json, "ticket"),
                reviewAt(json));
    }

    private static Optional<Instant> reviewAt(JsonNode json) {
        return json.has("reviewAt") ? Optional.of(Instant.parse(text(json, "reviewAt"))) : Optional.empty();
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException("it has no text '" + field + "'");
        }
        return json.get(field).textValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
