package dev.ravel.bench.components;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Contender;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Turns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seconds of one core for the components of many edges, beside peers on as many as they can take. */
@Command(
        name = "components",
        mixinStandardHelpOptions = true,
        description = {
            "Connected components of 100,000,000 generated edges; Neo4j GDS and JGraphT on fewer, as their graphs take more.",
            "About three minutes and 3 GB of heap; less with fewer --edges."
        })
public final class ComponentsBenchmark extends Benchmark {
    @Option(names = "--edges", description = "edges, and as many records (default: ${DEFAULT-VALUE})")
    private int edges = 100_000_000;

    @Option(
            names = "--peer-edges",
            description = "edges for the peers, whose graphs take some 500 bytes an edge (default: ${DEFAULT-VALUE})")
    private int peerEdges = 1_000_000;

    @Option(names = "--rounds", description = "turns of each side that count (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(
            names = "--gds-edges",
            description = "edges for Neo4j's graph data science library (default: ${DEFAULT-VALUE})")
    private int gdsEdges = 20_000_000;

    @Option(names = "--gds-heap", description = "gigabytes of heap of its process (default: ${DEFAULT-VALUE})")
    private int gdsHeap = 8;

    private final List<ComponentFinder> peers = List.of(new ConnectivityInspectorFinder(), new UnionFindFinder());

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (boolean scattered : new boolean[] {false, true}) {
            rows.addAll(alone(scattered));
        }
        rows.addAll(besidePeers());
        Optional<GdsProcess> gds = GdsProcess.find(gdsHeap);
        if (gds.isEmpty()) {
            System.err.println("Neo4j GDS is skipped: mvn -Pgds could not fetch or build the module gds-peer");
        } else {
            for (boolean scattered : new boolean[] {false, true}) {
                rows.add(besideGds(gds.get(), scattered));
            }
        }
        return rows;
    }

    private Row besideGds(GdsProcess gds, boolean scattered) throws IOException, InterruptedException {
        Edges input = Edges.generate(seed(), gdsEdges, scattered);
        Contender own = contender(new DisjointSetsFinder(), input);
        double seconds = new Turns(1, rounds).seconds(List.of(own))[0];
        GdsProcess.Found found = gds.run(input, rounds);
        if (found.components() != own.run()) {
            throw new IllegalStateException(
                    "Neo4j GDS finds " + found.components() + " components, " + own.name() + " " + own.run());
        }
        String name = own.name() + ", " + gdsEdges + " edges, " + groups(scattered);
        return new Row(name, seconds, "CPU-s", "Neo4j GDS WCC, one thread", found.seconds() / seconds, Double.NaN);
    }

    private List<Row> alone(boolean scattered) {
        Edges input = Edges.generate(seed(), edges, scattered);
        ComponentFinder own = new DisjointSetsFinder();
        double[] seconds = new Turns(1, rounds).seconds(List.of(contender(own, input)));
        String name = own.name() + ", " + edges + " edges, " + groups(scattered);
        return List.of(Row.of(name, seconds[0], "CPU-s"), Row.of(name + ", rate", edges / seconds[0], "edges/CPU-s"));
    }

    private static String groups(boolean scattered) {
        return scattered ? "groups of records far apart" : "groups of records that follow each other";
    }

    private List<Row> besidePeers() {
        Edges input = Edges.generate(seed(), peerEdges, true);
        List<Contender> sides = new ArrayList<>();
        sides.add(contender(new DisjointSetsFinder(), input));
        peers.forEach(peer -> sides.add(contender(peer, input)));
        double[] seconds = new Turns(1, rounds).seconds(sides);
        checkEqual(sides);
        List<Row> rows = new ArrayList<>();
        String size = ", " + peerEdges + " edges";
        for (int side = 1; side < sides.size(); side++) {
            String peer = sides.get(side).name();
            rows.add(new Row(
                    sides.get(0).name() + size, seconds[0], "CPU-s", peer, seconds[side] / seconds[0], Double.NaN));
            rows.add(Row.of(peer + size, seconds[side], "CPU-s"));
        }
        return rows;
    }

    private static Contender contender(ComponentFinder finder, Edges input) {
        ComponentFinder.Search search = finder.prepare(input);
        return Contender.of(finder.name(), search::components);
    }

    private static void checkEqual(List<Contender> sides) {
        double expected = sides.get(0).run();
        for (Contender side : sides) {
            double found = side.run();
            if (found != expected) {
                throw new IllegalStateException(
                        side.name() + " finds " + found + " components, " + expected + " are right");
            }
        }
    }
}
