package dev.ravel.ingest.batch;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.metrics.groups.TaskIOMetricGroup;

/** What came to the tasks of an operator by the shuffle before it, from Flink's metrics into the job's result. */
final class Shuffled {
    /** The beginning of the accumulators of bytes, which end with the operator's name. */
    static final String BYTES = "BYTES_";

    /** The beginning of the accumulators of messages. */
    static final String MESSAGES = "MESSAGES_";

    private Shuffled() {}

    /** Adds what has come to this task; called when its input has ended. */
    static void count(RuntimeContext context, TaskIOMetricGroup metrics, String operator) {
        context.getLongCounter(BYTES + operator)
                .add(metrics.getNumBytesInCounter().getCount());
        context.getLongCounter(MESSAGES + operator)
                .add(metrics.getNumRecordsInCounter().getCount());
    }
}
