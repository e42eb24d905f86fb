package dev.ravel.bench.gds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.neo4j.gds.Orientation;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.api.Graph;
import org.neo4j.gds.api.IdMap;
import org.neo4j.gds.core.concurrency.Concurrency;
import org.neo4j.gds.core.loading.construction.GraphFactory;
import org.neo4j.gds.core.loading.construction.NodesBuilder;
import org.neo4j.gds.core.loading.construction.RelationshipsBuilder;
import org.neo4j.gds.core.utils.paged.dss.DisjointSetStruct;
import org.neo4j.gds.core.utils.progress.tasks.ProgressTracker;
import org.neo4j.gds.termination.TerminationFlag;
import org.neo4j.gds.wcc.Wcc;
import org.neo4j.gds.wcc.WccParameters;

/**
 * Weakly connected components by the graph data science library, on one thread. Bringing the edges into the library's own
 * graph is not timed, as where it projects a graph of the database.
 *
 * <p>Arguments: a file of big-endian integers (number of nodes, number of edges, one end of each edge, the other end of each), and
 * how many rounds to run. Prints a line a round: how many components there are, and the processor seconds of the process.
 */
public final class GdsComponents {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Concurrency ONE = new Concurrency(1);
    private static final int BATCH = 10_000;

    private GdsComponents() {}

    public static void main(String[] arguments) throws IOException {
        Graph graph = read(Path.of(arguments[0]));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            for (int round = Integer.parseInt(arguments[1]); round > 0; round--) {
                long start = SYSTEM.getProcessCpuTime();
                DisjointSetStruct sets = new Wcc(
                                graph,
                                executor,
                                BATCH,
                                new WccParameters(0, ONE),
                                ProgressTracker.NULL_TRACKER,
                                TerminationFlag.RUNNING_TRUE)
                        .compute();
                double seconds = (SYSTEM.getProcessCpuTime() - start) / 1e9;
                System.out.println(components(sets) + " " + seconds);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static int components(DisjointSetStruct sets) {
        BitSet ids = new BitSet();
        for (long node = 0; node < sets.size(); node++) {
            ids.set(Math.toIntExact(sets.setIdOf(node)));
        }
        return ids.cardinality();
    }

    private static Graph read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int nodes;
            int edges;
            IntBuffer head = channel.map(FileChannel.MapMode.READ_ONLY, 0, 2L * Integer.BYTES)
                    .asIntBuffer();
            nodes = head.get();
            edges = head.get();
            IntBuffer from = ints(channel, 2, edges);
            IntBuffer to = ints(channel, 2L + edges, edges);
            NodesBuilder builder = GraphFactory.initNodesBuilder()
                    .nodeCount(nodes)
                    .maxOriginalId(nodes - 1L)
                    .concurrency(ONE)
                    .build();
            for (long node = 0; node < nodes; node++) {
                builder.addNode(node);
            }
            IdMap ids = builder.build().idMap();
            RelationshipsBuilder relationships = GraphFactory.initRelationshipsBuilder()
                    .nodes(ids)
                    .relationshipType(RelationshipType.of("SAME"))
                    .orientation(Orientation.NATURAL)
                    .concurrency(ONE)
                    .build();
            for (int edge = 0; edge < edges; edge++) {
                relationships.add(from.get(edge), to.get(edge));
            }
            return GraphFactory.create(ids, relationships.build());
        }
    }

    private static IntBuffer ints(FileChannel channel, long first, int count) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, first * Integer.BYTES, (long) count * Integer.BYTES)
                .asIntBuffer();
    }
}
