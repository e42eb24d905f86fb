package dev.ravel.ingest.batch;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Takes the messages of one key after the other. In batch mode Flink sorts what comes to a keyed operator by the bytes of
 * the key, on disk where memory does not do, so a group is at hand as a whole when the next key comes, and which group comes
 * first does not depend on the run.
 */
abstract class GroupingOperator<K, I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final KeySelector<I, K> key;
    private transient @Nullable K current;

    GroupingOperator(KeySelector<I, K> key) {
        this.key = key;
    }

    /** Takes a message of the group. */
    abstract void add(I message) throws Exception;

    /** There are no more messages of the group. */
    abstract void endGroup() throws Exception;

    @Override
    public final void processElement(StreamRecord<I> element) throws Exception {
        K next = key.getKey(element.getValue());
        if (!next.equals(current)) {
            if (current != null) {
                endGroup();
            }
            current = next;
        }
        add(element.getValue());
    }

    @Override
    public final void endInput() throws Exception {
        if (current != null) {
            endGroup();
        }
        Shuffled.count(getRuntimeContext(), metrics.getTaskIOMetricGroup(), getOperatorName());
    }

    final void emit(O message) {
        output.collect(new StreamRecord<>(message));
    }

    final <X> void emit(OutputTag<X> to, X message) {
        output.collect(to, new StreamRecord<>(message));
    }

    /** A count that the job's result tells. */
    final LongCounter counter(BatchCount count) {
        return getRuntimeContext().getLongCounter(count.name());
    }

    /** The next of a sequence of numbers that no other task gives. */
    final long unique(long sequence) {
        int tasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        return sequence * tasks + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    }
}
