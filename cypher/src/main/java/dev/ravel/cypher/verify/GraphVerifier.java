package dev.ravel.cypher.verify;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.connection.Neo4jFailures;
import dev.ravel.cypher.mapping.KeyGeneration;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.cypher.store.GraphSessions;
import dev.ravel.resolver.lineage.SealHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Checks the invariants of one tenant's graph: memberships, sizes, the states of keys, matches, components, lineage,
 * judgements, the seal. Reads the whole graph and writes nothing. Each check reads committed state at its own moment, so run it
 * while nothing is being written.
 */
public final class GraphVerifier {
    private static final int EXAMPLES = 5;
    private static final List<Statement> CHECKS = List.of(
            Statement.VERIFY_STAMP,
            Statement.VERIFY_KEY_GENERATION,
            Statement.VERIFY_MEMBERSHIPS,
            Statement.VERIFY_ENTITIES,
            Statement.VERIFY_IDENTIFIER_SIZES,
            Statement.VERIFY_BLOCK_SIZES,
            Statement.VERIFY_IDENTIFIER_MASKS,
            Statement.VERIFY_BLOCK_MASKS,
            Statement.VERIFY_BLOCK_NAMES,
            Statement.VERIFY_MATCHES,
            Statement.VERIFY_COMPONENTS,
            Statement.VERIFY_STANDING_JUDGEMENTS,
            Statement.VERIFY_ORPHAN_EVENTS);

    private final Neo4jConnection connection;
    private final Tenant tenant;

    /** A verifier of a tenant's graph. */
    public GraphVerifier(Neo4jConnection connection, String tenant) {
        this.connection = connection;
        this.tenant = new Tenant(tenant);
    }

    /**
     * Runs all checks.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code STORE_UNAVAILABLE} if the graph does not answer
     */
    public VerificationReport verify() {
        return verify(List.of());
    }

    /**
     * Runs all checks, and compares the seal with heads of it that were kept outside the graph.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code STORE_UNAVAILABLE} if the graph does not answer
     */
    public VerificationReport verify(List<SealHead> heads) {
        try (GraphSessions sessions =
                new GraphSessions(connection.driver(), connection.database(), StatementRunner::new)) {
            return sessions.inSession(AccessMode.READ, runner -> verify(runner, tenant, heads));
        } catch (Neo4jException e) {
            throw Neo4jFailures.unavailable(e, 1);
        }
    }

    /** Runs all checks in one session or transaction. */
    static VerificationReport verify(StatementRunner runner, Tenant tenant, List<SealHead> heads) {
        Optional<Record> stamp = runner.first(Statement.READ_STAMP, Map.of("tenant", tenant.name()));
        KeyGeneration generation = stamp.map(
                        row -> new KeyGeneration(row.get("keyGeneration").asInt(), false))
                .orElse(KeyGeneration.FIRST);
        List<Violation> violations = new ArrayList<>();
        for (Statement check : CHECKS) {
            violationOf(check, runner, tenant, generation).ifPresent(violations::add);
        }
        JudgementChecks judgements = new JudgementChecks(runner, tenant, EXAMPLES);
        judgements.apart().violation().ifPresent(violations::add);
        judgements.known().violation().ifPresent(violations::add);
        LineageCheck lineage = new LineageCheck(runner, tenant, EXAMPLES);
        lineage.run().violation().ifPresent(violations::add);
        SealWalk seal = new SealWalk(runner, tenant, heads, EXAMPLES);
        seal.run(lineage.events()).violation().ifPresent(violations::add);
        Record elements = runner.list(Statement.COUNT_ELEMENTS, Map.of()).get(0);
        return new VerificationReport(
                stamp.filter(row -> !row.get("upTo").isNull()).isPresent(),
                violations,
                elements.get("records").asLong(),
                elements.get("nodes").asLong(),
                elements.get("relationships").asLong(),
                lineage.entities(),
                lineage.events().count(),
                seal.unsealed());
    }

    private static Optional<Violation> violationOf(
            Statement check, StatementRunner runner, Tenant tenant, KeyGeneration generation) {
        Map<String, Object> known = Map.of(
                "prefix",
                tenant.prefix(),
                "tenant",
                tenant.name(),
                "blocks",
                KeyGeneration.FIRST.blocks(tenant),
                "blockNodes",
                generation.blocks(tenant),
                "generation",
                generation.number(),
                "examples",
                EXAMPLES);
        Map<String, Object> parameters = new HashMap<>(known);
        parameters.keySet().retainAll(check.parameters());
        Record row = runner.list(check, parameters).get(0);
        long count = row.get("violations").asLong();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Violation(name(check), count, row.get("examples").asList(Value::asString)));
    }

    static String name(Statement check) {
        return check.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
