package dev.ravel.ingest.source;

import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.sink.StoreProvider;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Starts each partition behind what the graph says is in; a partition that it does not know from its beginning. */
public final class GraphOffsets implements OffsetsInitializer {
    private static final long serialVersionUID = 1L;

    private final StoreProvider store;

    public GraphOffsets(StoreProvider store) {
        this.store = store;
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        Map<TopicPartition, Long> beginnings = retriever.beginningOffsets(partitions);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (ResolutionStore graph = store.connect()) {
            for (TopicPartition partition : partitions) {
                long taken = graph.offset(
                        Input.ofTopic(partition.topic(), partition.partition()).name());
                offsets.put(partition, Math.max(taken, beginnings.getOrDefault(partition, 0L)));
            }
        }
        return offsets;
    }

    @Override
    @SuppressWarnings("deprecation") // the connector's interface still names it
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.EARLIEST;
    }
}
