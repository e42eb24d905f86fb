package dev.ravel.ingest.batch;

import dev.ravel.ingest.input.RawRecord;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.Partitioner;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/**
 * Resolves all records at once on a Flink cluster, to the partition that {@code ravel resolve} gives under the same model.
 *
 * <ol>
 *   <li>The versions of a record come together; the newest is standardised, once, and numbered.
 *   <li>The carriers of a key come together; it is numbered, and each carrier told whether it is suppressed or over its cap.
 *   <li>Each record goes, in its comparable form, to the blocks of its keys that propose candidates; each block scores the
 *       pairs that share no earlier such key.
 *   <li>Accepted pairs are joined by union-find in each task; the stars that come of it are shuffled a number of rounds, and
 *       what is not done then is joined in one task.
 *   <li>The records and links of a component come together, and it is resolved as a whole.
 *   <li>Doubtful pairs meet the entities of their two records.
 * </ol>
 */
public final class BatchJob {
    /** So many edges of components may come to one task; 16 bytes each. */
    private static final int MOST_EDGES_OF_A_TASK = 100_000_000;

    /** Spreads numbers that follow each other (Knuth's multiplicative hash, 2^64 divided by the golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Partitioner<Long> BY_NUMBER =
            (number, tasks) -> (int) (((number * SPREAD) >>> Integer.SIZE) % tasks);

    private final BatchPlan plan;
    private final int mostEdges;

    /** @param plan what its tasks need */
    public BatchJob(BatchPlan plan) {
        this(plan, MOST_EDGES_OF_A_TASK);
    }

    BatchJob(BatchPlan plan, int mostEdges) {
        this.plan = plan;
        this.mostEdges = mostEdges;
    }

    /** The settings of the job, wherever it runs. */
    public static Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        settings.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
        return settings;
    }

    /**
     * Adds the job to an environment that was made with {@link #settings()}.
     *
     * @param sources what is read
     * @param deadLetterDirectory where the task managers write what cannot be read
     */
    public void define(
            StreamExecutionEnvironment environment, List<DataStream<RawRecord>> sources, String deadLetterDirectory) {
        environment.getConfig().enableObjectReuse();
        DataStream<RawRecord> raw = sources.get(0);
        for (DataStream<RawRecord> source : sources.subList(1, sources.size())) {
            raw = raw.union(source);
        }
        SingleOutputStreamOperator<AboutRecord> newest = grouped(
                "newest versions",
                raw.flatMap(new ReadVersions(plan, deadLetterDirectory))
                        .returns(ReadVersions.TYPE)
                        .name("read"),
                version -> version.key().text(),
                Types.STRING,
                AboutRecord.TYPE,
                new NewestOperator(plan));
        DataStream<AboutRecord> notes = grouped(
                "keys",
                newest.getSideOutput(NewestOperator.CARRIERS),
                Carrier::key,
                Types.STRING,
                AboutRecord.TYPE,
                new KeyOperator(plan));
        SingleOutputStreamOperator<BlockMember> members = byNumber(
                "live records", newest.union(notes), AboutRecord::record, BlockMember.TYPE, new LiveOperator());
        SingleOutputStreamOperator<AboutPlace> links =
                byNumber("blocks", members, BlockMember::block, AboutPlace.TYPE, new BlockOperator(plan));
        SingleOutputStreamOperator<InComponent> placed = byNumber(
                "places",
                members.getSideOutput(LiveOperator.LIVE).union(links, labels(links)),
                AboutPlace::record,
                InComponent.TYPE,
                new PlaceOperator(plan));
        SingleOutputStreamOperator<Outcome> resolved =
                byNumber("components", placed, InComponent::component, Outcome.TYPE, new ComponentOperator(plan));
        DataStream<Outcome> ofDoubtful = doubtful(
                links.getSideOutput(BlockOperator.DOUBTFUL),
                placed.getSideOutput(PlaceOperator.ENTITY_OF)
                        .union(resolved.getSideOutput(ComponentOperator.ENTITY_OF)));
        resolved.union(placed.getSideOutput(PlaceOperator.FOUND), ofDoubtful)
                .connect(newest.getSideOutput(NewestOperator.ATTRIBUTES).broadcast())
                .transform("write", Types.VOID, new WriteOperator(plan));
    }

    /** The component of each record that has links. */
    private DataStream<AboutPlace> labels(DataStream<AboutPlace> links) {
        DataStream<Edge> stars = links.map(link -> new Edge(link.record(), ((AboutPlace.Accepted) link).other()))
                .returns(Edge.TYPE)
                .name("edges")
                .transform("union-find", Edge.TYPE, new StarOperator(mostEdges));
        for (int round = 1; round <= plan.rounds(); round++) {
            stars = bothWays(stars)
                    .partitionCustom(BY_NUMBER, Edge::at)
                    .transform("union-find, round " + round, Edge.TYPE, new StarOperator(mostEdges));
        }
        SingleOutputStreamOperator<AboutPlace> labels =
                byNumber("labels", bothWays(stars), Edge::at, AboutPlace.TYPE, new LabelOperator());
        DataStream<Edge> joined = labels.getSideOutput(LabelOperator.RESIDUE)
                .global()
                .transform("union-find of the residue", Edge.TYPE, new StarOperator(mostEdges))
                .setParallelism(1);
        return labels.connect(joined.broadcast()).transform("relabel", AboutPlace.TYPE, new RelabelOperator());
    }

    private static DataStream<Outcome> doubtful(DataStream<AboutEnd> pairs, DataStream<AboutEnd> entities) {
        DataStream<AboutEnd> first = byNumber(
                "first record of doubtful pairs",
                pairs.union(entities),
                EndOperator::firstRecord,
                AboutEnd.TYPE,
                EndOperator.first());
        return byNumber(
                        "second record of doubtful pairs",
                        first.union(entities),
                        EndOperator::secondRecord,
                        AboutEnd.TYPE,
                        EndOperator.second())
                .getSideOutput(EndOperator.FOUND);
    }

    private static DataStream<Edge> bothWays(DataStream<Edge> edges) {
        return edges.<Edge>flatMap((edge, out) -> {
                    out.collect(edge);
                    out.collect(edge.turned());
                })
                .returns(Edge.TYPE)
                .name("both ways");
    }

    private static <I, O> SingleOutputStreamOperator<O> byNumber(
            String name,
            DataStream<I> messages,
            KeySelector<I, Long> key,
            TypeInformation<O> type,
            OneInputStreamOperator<I, O> operator) {
        return grouped(name, messages, key, Types.LONG, type, operator);
    }

    private static <K, I, O> SingleOutputStreamOperator<O> grouped(
            String name,
            DataStream<I> messages,
            KeySelector<I, K> key,
            TypeInformation<K> keyType,
            TypeInformation<O> type,
            OneInputStreamOperator<I, O> operator) {
        return messages.keyBy(key, keyType).transform(name, type, operator);
    }
}
