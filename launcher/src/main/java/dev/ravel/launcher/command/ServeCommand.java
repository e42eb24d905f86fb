package dev.ravel.launcher.command;

import dev.ravel.api.ApiServer;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.wiring.Api;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the GraphQL API, with GraphiQL, over the graph: over the configured Neo4j, else over the embedded one"
                    + " in the data directory, which ravel ingest on the same directory shares.",
            "",
            "Ends with Ctrl-C. The environment may name the graph (NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD) and a secret"
                    + " that callers must show (RAVEL_API_TOKEN), which is needed to listen on other addresses than"
                    + " this machine's own.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel serve",
            "  ravel serve -c ravel.yaml --port 9090",
            "  curl -s http://127.0.0.1:8080/graphql -H 'content-type: application/json' \\",
            "    -d '{\"query\":\"{ search(text: \\\"王\\\") { id name size } }\"}'"
        })
public final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes a free one (api.port).")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (api.host).")
    private @Nullable String host;

    @Option(names = "--json", description = "Print the addresses as JSON.")
    private boolean json;

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        RavelConfiguration configuration = DataOptions.withAddress(options.read(), host, port);
        Api.requireFree(configuration.api(), System.getenv());
        Resolver resolver = Resolver.of(configuration.resolver(), configuration.model());
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.of(configuration));
            ResolutionStore store = end.closeAtEnd(graph.open(resolver));
            end.closeAtEnd(graph.seal(store));
            ApiServer api = end.closeAtEnd(Api.start(configuration.api(), store, resolver, System.getenv()));
            say(graph, api);
            end.await();
        }
        return ExitCode.INTERRUPTED.code();
    }

    private void say(Graph graph, ApiServer api) {
        if (json) {
            console.print(Json.text(Json.object()
                    .put("graphql", api.url() + "graphql")
                    .put("graphiql", api.url() + "graphiql")
                    .put("neo4j", graph.connection().uri())));
        } else {
            console.print("GraphiQL:  " + api.url() + "graphiql");
            console.print("GraphQL:   " + api.url() + "graphql");
            console.print("graph:     " + graph.description());
            console.print("Ctrl-C ends it.");
        }
    }
}
