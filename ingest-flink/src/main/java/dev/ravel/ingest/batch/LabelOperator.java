package dev.ravel.ingest.batch;

import java.util.TreeSet;
import org.apache.flink.util.OutputTag;

/**
 * Looks at each record with all its edges after the last round. A component is done if it is a star: one record is smaller
 * than all it has edges to, and these have no other edge. A record that is neither such a centre nor such a leaf gives its
 * edges to smaller records to the residue. All edges that are not in the residue then end in a leaf, so joining the residue
 * joins the components, whatever the rounds have left.
 */
final class LabelOperator extends GroupingOperator<Long, Edge, AboutPlace> {
    /** The edges that are left to join. */
    static final OutputTag<Edge> RESIDUE = new OutputTag<>("residue", Edge.TYPE);

    private static final long serialVersionUID = 1L;

    private transient long record;
    private transient boolean hasLarger;
    private transient TreeSet<Long> smaller = new TreeSet<>();

    LabelOperator() {
        super(Edge::at);
    }

    @Override
    public void open() throws Exception {
        super.open();
        smaller = new TreeSet<>();
    }

    @Override
    void add(Edge edge) {
        record = edge.at();
        if (edge.other() < record) {
            smaller.add(edge.other());
        } else {
            hasLarger = true;
        }
    }

    @Override
    void endGroup() {
        boolean isDone = smaller.isEmpty() || (smaller.size() == 1 && !hasLarger);
        if (!isDone) {
            counter(BatchCount.RESIDUE).add((long) smaller.size());
            smaller.forEach(other -> emit(RESIDUE, new Edge(record, other)));
        }
        emit(new AboutPlace.Label(record, smaller.isEmpty() ? record : smaller.first()));
        hasLarger = false;
        smaller.clear();
    }
}
