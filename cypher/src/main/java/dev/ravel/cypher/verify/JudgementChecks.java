package dev.ravel.cypher.verify;

import dev.ravel.cypher.mapping.JudgementRows;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Checks that the standing judgements hold, and that the records know those that name them. */
final class JudgementChecks {
    private final StatementRunner runner;
    private final Tenant tenant;
    private final int examples;

    JudgementChecks(StatementRunner runner, Tenant tenant, int examples) {
        this.runner = runner;
        this.tenant = tenant;
        this.examples = examples;
    }

    /** Finds the standing judgements whose groups share an entity. */
    Findings apart() {
        Findings findings = new Findings(GraphVerifier.name(Statement.VERIFY_STANDING_NOT_SAME), examples);
        for (Record row : rows(Statement.VERIFY_STANDING_NOT_SAME)) {
            Judgement judgement = JudgementRows.judgement(tenant.prefix(), row).judgement();
            Map<String, String> entities = new HashMap<>();
            row.get("members")
                    .asList(member -> member.asList(Value::asString))
                    .forEach(member -> entities.put(member.get(0), member.get(1)));
            Set<String> taken = new HashSet<>();
            for (SortedSet<RecordKey> group : judgement.groups()) {
                Set<String> own = new HashSet<>();
                for (RecordKey record : group) {
                    Optional.ofNullable(entities.get(record.text())).ifPresent(own::add);
                }
                if (own.stream().anyMatch(taken::contains)) {
                    findings.add("judgement " + judgement.id() + " keeps records apart that are in one entity");
                }
                taken.addAll(own);
            }
        }
        return findings;
    }

    /**
     * Finds the records that a standing judgement names and that do not know it, or cannot be found from its operation; and
     * those that know one which does not name them. A judgement need not be linked to all that it names, so its own text is
     * what counts.
     */
    Findings known() {
        Findings findings = new Findings(GraphVerifier.name(Statement.VERIFY_STANDING_NAMED), examples);
        for (Record row : rows(Statement.VERIFY_STANDING_NAMED)) {
            String judgement = row.get("key").asString();
            Set<String> named = new TreeSet<>();
            JudgementRows.groups(row)
                    .forEach(group -> group.stream().map(RecordKey::text).forEach(named::add));
            Set<String> linked = texts(row, "linked");
            Set<String> knowing = texts(row, "knowing");
            Set<String> absent = texts(row, "absent");
            for (String record : named) {
                if (linked.contains(record) && !knowing.contains(record)) {
                    findings.add(record + " does not know judgement " + judgement + ", which names it");
                } else if (!linked.contains(record) && !absent.contains(record)) {
                    findings.add(
                            "judgement " + judgement + " names " + record + ", and its operation is not linked to it");
                }
            }
            knowing.stream()
                    .filter(record -> !named.contains(record))
                    .forEach(record ->
                            findings.add(record + " knows judgement " + judgement + ", which does not name it"));
        }
        return findings;
    }

    private List<Record> rows(Statement statement) {
        return runner.list(statement, Map.of("prefix", tenant.prefix()));
    }

    private static Set<String> texts(Record row, String column) {
        return new TreeSet<>(row.get(column).asList(Value::asString));
    }
}
