package dev.ravel.bench.components;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Contender;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Turns;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seconds of one core for the components of many edges, beside peers on as many as they can take. */
@Command(
        name = "components",
        mixinStandardHelpOptions = true,
        description = {
            "Connected components of 100,000,000 generated edges; JGraphT on fewer, which is what it can take.",
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

    private final List<ComponentFinder> peers = List.of(new ConnectivityInspectorFinder(), new UnionFindFinder());

    @Override
    protected List<Row> measure() {
        List<Row> rows = new ArrayList<>();
        for (boolean scattered : new boolean[] {false, true}) {
            rows.addAll(alone(scattered));
        }
        rows.addAll(besidePeers());
        System.err.println("Neo4j GDS WCC is skipped: its libraries are under the GPL and not on this class path");
        return rows;
    }

    private List<Row> alone(boolean scattered) {
        Edges input = Edges.generate(seed(), edges, scattered);
        ComponentFinder own = new DisjointSetsFinder();
        double[] seconds = new Turns(1, rounds).seconds(List.of(contender(own, input)));
        String name = own.name() + ", " + edges + " edges, groups "
                + (scattered ? "of records far apart" : "of records that follow each other");
        return List.of(Row.of(name, seconds[0], "CPU-s"), Row.of(name + ", rate", edges / seconds[0], "edges/CPU-s"));
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
