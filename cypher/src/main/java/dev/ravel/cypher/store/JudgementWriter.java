package dev.ravel.cypher.store;

import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.Rows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.HashSet;
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
            runner.runOver(Statement.WRITE_JUDGEMENTS, rows(change.judgements()));
        }
        if (change.operation().isPresent()) {
            StoredOperation operation = change.operation().get();
            runner.run(
                    Statement.WRITE_OPERATION,
                    Map.of("properties", JudgementRows.properties(tenant.prefix(), operation)));
        }
        if (!change.superseded().isEmpty()) {
            runner.run(
                    Statement.SUPERSEDE_JUDGEMENTS,
                    Map.of("keys", keys(change.superseded()), "operation", operation(change)));
        }
    }

    private List<Map<String, Object>> rows(List<Judgement> judgements) {
        Set<String> named = new HashSet<>();
        judgements.forEach(judgement -> named.addAll(Rows.records(judgement.records())));
        nodes.findRecords(runner, named);
        return judgements.stream()
                .map(judgement -> {
                    List<Long> stored = new ArrayList<>();
                    List<String> absent = new ArrayList<>();
                    for (String record : Rows.records(judgement.records())) {
                        long node = nodes.record(record);
                        if (node == KnownNodes.NONE) {
                            absent.add(record);
                        } else {
                            stored.add(node);
                        }
                    }
                    return Map.of(
                            "properties",
                            JudgementRows.properties(tenant.prefix(), judgement),
                            "nodes",
                            stored,
                            "absent",
                            absent);
                })
                .toList();
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
                            "operation", operation(change)));
        }
    }

    private List<String> keys(List<String> ids) {
        return ids.stream().map(id -> tenant.prefix() + id).toList();
    }

    private static String operation(GraphChange change) {
        return change.operation()
                .map(StoredOperation::id)
                .orElseThrow(() -> new ResolutionException(
                        ErrorCode.BROKEN_INVARIANT,
                        "judgements are taken back without an operation: " + change.superseded()
                                + change.identifierJudgementsSuperseded()));
    }
}
