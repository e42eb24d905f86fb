package dev.ravel.ingest.batch;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.InputSelectable;
import org.apache.flink.streaming.api.operators.InputSelection;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Reads a small second input to its end, in each task all of it, before the first message of the first. */
abstract class SmallSideFirst<I, S, O> extends AbstractStreamOperator<O>
        implements TwoInputStreamOperator<I, S, O>, InputSelectable, BoundedMultiInput {
    private static final long serialVersionUID = 1L;
    private static final int SMALL = 2;

    private transient boolean hasSmall;

    /** Takes a message of the small side. */
    abstract void learn(S message) throws Exception;

    /** Takes a message of the other side. */
    abstract void take(I message) throws Exception;

    /** There are no more messages. */
    void end() throws Exception {}

    @Override
    public final InputSelection nextSelection() {
        return hasSmall ? InputSelection.FIRST : InputSelection.SECOND;
    }

    @Override
    public final void processElement1(StreamRecord<I> element) throws Exception {
        take(element.getValue());
    }

    @Override
    public final void processElement2(StreamRecord<S> element) throws Exception {
        learn(element.getValue());
    }

    @Override
    public final void endInput(int input) throws Exception {
        if (input == SMALL) {
            hasSmall = true;
        } else {
            end();
        }
    }
}
