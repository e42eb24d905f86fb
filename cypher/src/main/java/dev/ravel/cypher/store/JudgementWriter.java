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
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes what people decided: operations, judgements about records and identifiers, and which of them are superseded. */
final class JudgementWriter {
    private final StatementRunner runner;
    private final Tenant tenant;

    JudgementWriter(StatementRunner runner, Tenant tenant) {
        this.runner = runner;
        this.tenant = tenant;
    }

    void write(GraphChange change) {
        writeRecordJudgements(change);
        writeIdentifierJudgements(change);
    }

    private void writeRecordJudgements(GraphChange change) {
        SortedSet<String> touched = new TreeSet<>();
        runner.runOver(
                Statement.WRITE_JUDGEMENTS,
                change.judgements().stream()
                        .map(judgement -> JudgementRows.row(tenant.prefix(), judgement))
                        .toList());
        for (Judgement judgement : change.judgements()) {
            touched.addAll(Rows.records(judgement.records()));
        }
        if (change.operation().isPresent()) {
            StoredOperation operation = change.operation().get();
            runner.run(
                    Statement.WRITE_OPERATION,
                    Map.of("properties", JudgementRows.properties(tenant.prefix(), operation)));
        }
        if (!change.superseded().isEmpty()) {
            touched.addAll(supersede(change));
        }
        if (!touched.isEmpty()) {
            runner.run(Statement.MARK_JUDGED, Map.of("keys", touched));
        }
    }

    private void writeIdentifierJudgements(GraphChange change) {
        runner.runOver(
                Statement.WRITE_IDENTIFIER_JUDGEMENTS,
                change.identifierJudgements().stream()
                        .map(judgement -> JudgementRows.row(tenant.prefix(), judgement))
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

    private List<String> supersede(GraphChange change) {
        return runner
                .list(
                        Statement.SUPERSEDE_JUDGEMENTS,
                        Map.of("keys", keys(change.superseded()), "operation", operation(change)))
                .stream()
                .map(row -> row.get("record").asString())
                .toList();
    }
}
