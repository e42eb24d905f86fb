package dev.ravel.ingest.batch;

import dev.ravel.resolver.clustering.Stars;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Joins all edges that come to a task by union-find, and gives each record that has a smaller one in its component the edge
 * to the smallest that the task knows of. Sixteen bytes an edge are kept until the input ends.
 */
final class StarOperator extends AbstractStreamOperator<Edge>
        implements OneInputStreamOperator<Edge, Edge>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final int mostEdges;
    private transient Stars stars = new Stars();

    /** @param mostEdges the job fails if more edges than this come to one task */
    StarOperator(int mostEdges) {
        this.mostEdges = mostEdges;
    }

    @Override
    public void open() throws Exception {
        super.open();
        stars = new Stars();
    }

    @Override
    public void processElement(StreamRecord<Edge> element) {
        if (stars.edges() == mostEdges) {
            throw new IllegalStateException("more than " + mostEdges + " edges came to one task of \""
                    + getOperatorName() + "\"; run the job with a higher parallelism, or with more --rounds");
        }
        stars.add(element.getValue().at(), element.getValue().other());
    }

    @Override
    public void endInput() {
        stars.forEach((record, smallest) -> output.collect(new StreamRecord<>(new Edge(record, smallest))));
        stars = new Stars();
        Shuffled.count(getRuntimeContext(), metrics.getTaskIOMetricGroup(), getOperatorName());
    }
}
