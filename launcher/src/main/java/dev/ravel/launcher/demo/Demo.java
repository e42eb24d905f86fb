package dev.ravel.launcher.demo;

import dev.ravel.api.ApiServer;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.GeneratedRecord;
import dev.ravel.generator.RecordFiles;
import dev.ravel.generator.Scenario;
import dev.ravel.generator.TrueRecord;
import dev.ravel.ingest.Ingest;
import dev.ravel.ingest.IngestReport;
import dev.ravel.ingest.IngestRequest;
import dev.ravel.ingest.RunningIngest;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.wiring.Api;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.launcher.wiring.Load;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One demonstration: generate, stream, check, ask. What it opens is closed by the {@link EndSignal}, so that Ctrl-C ends
 * it at any point.
 */
public final class Demo {
    private static final int CHUNK = 1000;
    private static final int WORST = 3;
    private static final Duration LOOK_AGAIN = Duration.ofDays(90);

    private final RavelConfiguration configuration;
    private final CustomerGenerator customers;
    private final Console console;
    private final EndSignal end;

    /**
     * A demonstration.
     *
     * @param configuration its data directory is wiped
     */
    public Demo(RavelConfiguration configuration, CustomerGenerator customers, Console console, EndSignal end) {
        this.configuration = configuration;
        this.customers = customers;
        this.console = console;
        this.end = end;
    }

    /**
     * Shows all of it, and serves until Ctrl-C unless told to end.
     *
     * @param once whether to end after the summary
     * @param json whether to print the summary as JSON
     * @return {@link ExitCode#OK} if all of it worked
     */
    public ExitCode show(boolean once, boolean json) throws IOException, InterruptedException {
        Outcome outcome = run(once);
        if (json) {
            console.print(Json.text(outcome.summary().json()));
        } else {
            outcome.summary().lines().forEach(console::print);
        }
        outcome.failures().forEach(failure -> console.note("FAILED: " + failure));
        ExitCode code = outcome.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        if (!once) {
            console.note("");
            console.note("Paste into GraphiQL at " + outcome.api().url() + "graphiql:");
            for (DemoQueries.Query query : outcome.queries()) {
                console.note("");
                console.note("# " + query.question());
                console.note(query.text());
            }
            console.note("");
            console.note("The graph is at " + outcome.graph().connection().uri() + " (user neo4j, password in "
                    + Graph.directory(configuration).resolve("password") + "). Ctrl-C ends all of it.");
            end.await();
            return code == ExitCode.OK ? ExitCode.INTERRUPTED : code;
        }
        return code;
    }

    /** What came out, and what still runs. */
    private record Outcome(
            DemoSummary summary, List<DemoQueries.Query> queries, List<String> failures, Graph graph, ApiServer api) {}

    private Outcome run(boolean once) throws IOException, InterruptedException {
        DemoDirectory directory = DemoDirectory.wipe(configuration.dataDirectory());
        long versions = RecordFiles.writeJsonLines(customers, directory.inputs(), record -> !record.later());
        long later = RecordFiles.writeJsonLines(customers, directory.laterInputs(), GeneratedRecord::later);
        RecordFiles.writeTruth(customers, directory.truth());
        console.note("generated " + versions + " records of four systems in " + directory.inputs()
                + ", the truth is in " + directory.truth());
        Resolver resolver = Resolver.of(configuration.resolver(), configuration.model());
        console.note("starting the embedded Neo4j, data in " + Graph.directory(configuration));
        Graph graph = end.closeAtEnd(once ? Graph.ofShortRun(configuration) : Graph.of(configuration));
        ResolutionStore store = end.closeAtEnd(graph.open(resolver));
        end.closeAtEnd(graph.seal(store));
        console.note("starting a Flink mini-cluster; the graph answers at "
                + graph.connection().uri());
        IngestReport load = stream("demo", directory.inputs(), graph, versions);
        List<GeneratedRecord> scenarios = customers.stream()
                .filter(record -> record.scenario() != Scenario.ORDINARY)
                .toList();
        int splits = new DemoSteward(
                        store,
                        new Steward(resolver, store, Clock.systemUTC()),
                        Clock.systemUTC().instant().plus(LOOK_AGAIN))
                .split(scenarios);
        console.note("entities split by a steward, because no data tells their two customers apart: " + splits
                + "; now a second delivery bridges them");
        IngestReport laterLoad = stream("demo-later", directory.laterInputs(), graph, later);
        DemoSummary summary = new DemoSummary(
                List.of(load, laterLoad),
                store.counts(),
                evaluate(store),
                new ScenarioChecks(store, resolver.standardiser()).check(scenarios));
        ApiServer api = end.closeAtEnd(Api.start(configuration.api(), store, resolver, System.getenv()));
        List<DemoQueries.Query> queries = DemoQueries.of(scenarios, store);
        List<String> failures = new ArrayList<>(summary.failures());
        failures.addAll(ask(api, queries));
        return new Outcome(summary, queries, failures, graph, api);
    }

    private IngestReport stream(String loadId, Path inputs, Graph graph, long versions) throws InterruptedException {
        IngestRequest request = IngestRequest.once(List.of(inputs.toString()), loadId);
        try (RunningIngest job = Ingest.start(request, configuration, graph.stores())) {
            return Load.await(job, OptionalLong.of(versions), console);
        }
    }

    private Evaluation evaluate(EntityReader reader) {
        List<TrueRecord> truth = customers.truth().toList();
        List<Map<String, String>> predicted = new ArrayList<>();
        for (int from = 0; from < truth.size(); from += CHUNK) {
            List<RecordKey> keys = truth.subList(from, Math.min(from + CHUNK, truth.size())).stream()
                    .map(TrueRecord::key)
                    .toList();
            for (StoredRecord record : reader.recordsOf(keys).values()) {
                record.entity().ifPresent(entity -> predicted.add(row(record.key(), entity.value())));
            }
        }
        return Evaluation.of(
                EntityAssignments.read(
                        "the generator's truth",
                        truth.stream()
                                .map(record -> row(record.key(), record.customer()))
                                .toList()),
                EntityAssignments.read("the graph", predicted),
                WORST);
    }

    private static Map<String, String> row(RecordKey key, String entity) {
        return Map.of(
                EntityAssignments.SOURCE,
                key.source(),
                EntityAssignments.RECORD_ID,
                key.id(),
                EntityAssignments.ENTITY_ID,
                entity);
    }

    /** Asks the API what it will be asked, and says which questions it did not answer. */
    private static List<String> ask(ApiServer api, List<DemoQueries.Query> queries) throws InterruptedException {
        GraphQlClient client = new GraphQlClient(api.url() + "graphql");
        List<String> failures = new ArrayList<>();
        for (DemoQueries.Query query : queries) {
            client.problem(query.text()).ifPresent(problem -> failures.add(query.text() + " failed: " + problem));
        }
        return failures;
    }
}
