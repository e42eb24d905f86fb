package dev.ravel.ingest.source;

import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Kafka messages as raw records: the value's bytes, the partition as input, the message's time. */
public final class KafkaRecords implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Map<TopicPartition, Input> inputs;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RawRecord> out) {
        if (inputs == null) {
            inputs = new HashMap<>();
        }
        Input input = inputs.computeIfAbsent(
                new TopicPartition(message.topic(), message.partition()),
                partition -> Input.ofTopic(partition.topic(), partition.partition()));
        byte[] value = message.value() == null ? new byte[0] : message.value();
        out.collect(new RawRecord(input, message.offset(), message.offset() + 1, value, message.timestamp()));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }
}
