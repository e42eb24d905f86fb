package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what people decided: operations, judgements about records and identifiers, and which of them are superseded. */
final class JudgementWriter {
    private final StatementRunner runner;
    private final Tenant tenant;
    private final KnownNodes nodes;

    JudgementWriter(StatementRunner runner, Tenant tenant, KnownNodes nodes) {
        this.runner = runner;
        this.tenant = tenant;
        this.nodes = nodes;
    }

    void write(GraphChange change) {
        writeRecordJudgements(change);
        writeIdentifierJudgements(change);
    }

    private void writeRecordJudgements(GraphChange change) {
        if (!change.judgements().isEmpty()) {
            writeJudgements(change.judgements());
        }
        if (change.operation().isPresent()) {
            StoredOperation operation = change.operation().get();
            runner.run(
                    Statement.WRITE_OPERATION,
                    Map.of("properties", JudgementRows.properties(tenant.prefix(), operation)));
        }
        if (!change.superseded().isEmpty()) {
            StoredOperation operation = operation(change);
            runner.run(
                    Statement.SUPERSEDE_JUDGEMENTS,
                    Map.of(
                            "keys", keys(change.superseded()),
                            "operation", operation.id(),
                            "at", JudgementRows.time(operation.at())));
        }
    }

    /**
     * Of the judgements of an operation only those that keep records apart are linked to all that they name, and the others to
     * what these leave: a link for each would be half of what a split writes.
     */
    private void writeJudgements(List<Judgement> judgements) {
        Set<String> named = new HashSet<>();
        judgements.forEach(judgement -> named.addAll(Rows.records(judgement.records())));
        nodes.findRecords(runner, named);
        Set<String> apart = new HashSet<>();
        judgements.stream()
                .filter(JudgementWriter::keepsApart)
                .forEach(judgement -> apart.addAll(Rows.records(judgement.records())));
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<Long, List<String>> standing = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            List<Long> linked = new ArrayList<>();
            List<String> absent = new ArrayList<>();
            for (String record : Rows.records(judgement.records())) {
                long node = nodes.record(record);
                if (node == KnownNodes.NONE) {
                    absent.add(record);
                    continue;
                }
                standing.computeIfAbsent(node, added -> new ArrayList<>()).add(tenant.prefix() + judgement.id());
                if (keepsApart(judgement) || !apart.contains(record)) {
                    linked.add(node);
                }
            }
            rows.add(Map.of(
                    "properties",
                    JudgementRows.properties(tenant.prefix(), judgement),
                    "nodes",
                    linked,
                    "absent",
                    absent));
        }
        runner.runOver(Statement.WRITE_JUDGEMENTS, rows);
        runner.runOver(Statement.ADD_STANDING_JUDGEMENTS, byJudgements(standing));
    }

    private static boolean keepsApart(Judgement judgement) {
        return judgement.verdict() == Verdict.NOT_SAME;
    }

    /** A row for all records of the same judgements. */
    private static List<Map<String, Object>> byJudgements(Map<Long, List<String>> standing) {
        Map<List<String>, List<Long>> records = new LinkedHashMap<>();
        standing.forEach((node, judgements) ->
                records.computeIfAbsent(judgements, added -> new ArrayList<>()).add(node));
        List<Map<String, Object>> rows = new ArrayList<>();
        records.forEach((judgements, nodes) -> rows.add(Map.of("judgements", judgements, "nodes", nodes)));
        return rows;
    }

    private void writeIdentifierJudgements(GraphChange change) {
        runner.runOver(
                Statement.WRITE_IDENTIFIER_JUDGEMENTS,
                change.identifierJudgements().stream()
                        .map(judgement -> JudgementRows.row(tenant.prefix(), judgement))
                        .toList());
        runner.runOver(
                Statement.CARRY_IDENTIFIER_JUDGEMENTS,
                change.rulingsCarried().stream()
                        .map(stored -> JudgementRows.row(tenant.prefix(), stored))
                        .toList());
        if (!change.identifierJudgementsSuperseded().isEmpty()) {
            runner.run(
                    Statement.SUPERSEDE_IDENTIFIER_JUDGEMENTS,
                    Map.of(
                            "keys", keys(change.identifierJudgementsSuperseded()),
                            "operation", operation(change).id()));
        }
    }

    private List<String> keys(List<String> ids) {
        return ids.stream().map(id -> tenant.prefix() + id).toList();
    }

    private static StoredOperation operation(GraphChange change) {
        return change.operation()
                .orElseThrow(() -> new ResolutionException(
                        ErrorCode.BROKEN_INVARIANT,
                        "judgements are taken back without an operation: " + change.superseded()
                                + change.identifierJudgementsSuperseded()));
    }
}
