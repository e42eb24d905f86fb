package dev.ravel.cypher.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.store.OperationQuery;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Judgements, {@code (:Judgement {key, verdict, groups, …})-[:ABOUT]->(:Record)}, and the operations that made them. The
 * groups are one property, JSON lists of record keys. Keys are the ids with the tenant in front. A record is linked to a
 * judgement at least of each operation that judged it, and knows the keys of those that name it and stand.
 */
public final class JudgementRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<List<String>>> GROUPS = new TypeReference<>() {};

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private JudgementRows() {}

    /** The properties of a judgement. */
    public static Map<String, @Nullable Object> properties(String prefix, Judgement judgement) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("key", prefix + judgement.id());
        properties.put("operation", prefix + judgement.operation());
        properties.put("verdict", judgement.verdict().name());
        properties.put("groups", encode(judgement.groups()));
        properties.put("actor", judgement.actor());
        properties.put("reason", judgement.reason());
        properties.put("at", Times.in(judgement.at()));
        properties.put("ticket", judgement.ticket().isEmpty() ? null : judgement.ticket());
        properties.put("reviewAt", judgement.reviewAt().map(Times::in).orElse(null));
        properties.put("evidence", judgement.evidence().isEmpty() ? null : judgement.evidence());
        return properties;
    }

    /** The judgement in a row. */
    public static StoredJudgement judgement(String prefix, Record row) {
        return new StoredJudgement(
                new Judgement(
                        row.get("key").asString().substring(prefix.length()),
                        row.get("operation").asString().substring(prefix.length()),
                        Verdict.valueOf(row.get("verdict").asString()),
                        groups(row),
                        row.get("actor").asString(),
                        row.get("reason").asString(),
                        Times.out(row.get("at")),
                        Rows.textOrEmpty(row.get("ticket")),
                        reviewAt(row),
                        Rows.texts(row.get("evidence"))),
                Rows.textOrEmpty(row.get("supersededBy")));
    }

    /** The groups of the judgement in a row. */
    public static List<SortedSet<RecordKey>> groups(Record row) {
        return decode(row.get("groups").asString());
    }

    /** The properties of an operation. */
    public static Map<String, @Nullable Object> properties(String prefix, StoredOperation operation) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("key", prefix + operation.id());
        properties.put("kind", operation.kind());
        properties.put("idempotencyKey", prefix + operation.idempotencyKey());
        properties.put("fingerprint", operation.fingerprint());
        properties.put("actor", operation.actor());
        properties.put("reason", operation.reason());
        properties.put("at", Times.in(operation.at()));
        properties.put("entities", operation.entities());
        properties.put("undoes", operation.undoes().isEmpty() ? null : operation.undoes());
        properties.put("identifier", operation.identifier().isEmpty() ? null : operation.identifier());
        properties.put("alsoUndoes", operation.alsoUndoes().isEmpty() ? null : operation.alsoUndoes());
        return properties;
    }

    /** A time as it is stored. */
    public static Object time(Instant time) {
        return Times.in(time);
    }

    /** The operation in a row. */
    public static StoredOperation operation(String prefix, Record row) {
        return new StoredOperation(
                row.get("key").asString().substring(prefix.length()),
                row.get("kind").asString(),
                row.get("idempotencyKey").asString().substring(prefix.length()),
                row.get("fingerprint").asString(),
                row.get("actor").asString(),
                row.get("reason").asString(),
                Times.out(row.get("at")),
                Rows.texts(row.get("entities")),
                Rows.textOrEmpty(row.get("undoes")),
                Rows.texts(row.get("alsoUndoes")),
                Rows.textOrEmpty(row.get("identifier")));
    }

    /** The parameters of a question for operations. */
    public static Map<String, Object> query(Tenant tenant, OperationQuery query, int limit) {
        return Map.of(
                "after", tenant.prefix(),
                "end", tenant.end(),
                "actor", query.actor().orElse(""),
                "kind", query.kind().orElse(""),
                "ticket", query.ticket().orElse(""),
                "from", Times.in(query.from().orElse(Instant.EPOCH)),
                "to", Times.in(query.to().orElse(END_OF_TIME)),
                "limit", limit);
    }

    /** The row of a judgement of an identifier, which has its properties. */
    public static Map<String, @Nullable Object> row(String prefix, IdentifierJudgement judgement) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", prefix + judgement.id());
        row.put("operation", prefix + judgement.operation());
        row.put("identifier", judgement.identifier().text());
        row.put("ruling", judgement.ruling().name());
        row.put("actor", judgement.actor());
        row.put("reason", judgement.reason());
        row.put("at", Times.in(judgement.at()));
        row.put("ticket", judgement.ticket().isEmpty() ? null : judgement.ticket());
        row.put("reviewAt", judgement.reviewAt().map(Times::in).orElse(null));
        return row;
    }

    /** The same with the operation that took it back or replaced it, if one did. */
    public static Map<String, @Nullable Object> row(String prefix, StoredIdentifierJudgement stored) {
        Map<String, @Nullable Object> row = new HashMap<>(row(prefix, stored.judgement()));
        row.put("supersededBy", stored.stands() ? null : stored.supersededBy());
        return row;
    }

    /** The judgement of an identifier in a row. */
    public static StoredIdentifierJudgement identifierJudgement(String prefix, Record row) {
        return new StoredIdentifierJudgement(
                new IdentifierJudgement(
                        row.get("key").asString().substring(prefix.length()),
                        row.get("operation").asString().substring(prefix.length()),
                        SharedKey.parse(row.get("identifier").asString()),
                        IdentifierRuling.valueOf(row.get("ruling").asString()),
                        row.get("actor").asString(),
                        row.get("reason").asString(),
                        Times.out(row.get("at")),
                        Rows.textOrEmpty(row.get("ticket")),
                        reviewAt(row)),
                Rows.textOrEmpty(row.get("supersededBy")));
    }

    private static Optional<Instant> reviewAt(Record row) {
        return row.get("reviewAt").isNull() ? Optional.empty() : Optional.of(Times.out(row.get("reviewAt")));
    }

    private static String encode(List<SortedSet<RecordKey>> groups) {
        try {
            return JSON.writeValueAsString(groups.stream().map(Rows::records).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }

    private static List<SortedSet<RecordKey>> decode(String json) {
        try {
            return JSON.readValue(json, GROUPS).stream()
                    .<SortedSet<RecordKey>>map(group -> {
                        SortedSet<RecordKey> keys = new TreeSet<>();
                        group.forEach(key -> keys.add(RecordKey.parse(key)));
                        return keys;
                    })
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the groups of a stored judgement are not readable: " + json, e);
        }
    }
}
