package dev.ravel.ingest.batch;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Gives each record the component that its own came to when the residue was joined. */
final class RelabelOperator extends SmallSideFirst<AboutPlace, Edge, AboutPlace> {
    private static final long serialVersionUID = 1L;

    private transient Map<Long, Long> joined = new HashMap<>();

    @Override
    public void open() throws Exception {
        super.open();
        joined = new HashMap<>();
    }

    @Override
    void learn(Edge star) {
        joined.put(star.at(), star.other());
    }

    @Override
    void take(AboutPlace message) {
        AboutPlace.Label label = (AboutPlace.Label) message;
        long component = joined.getOrDefault(label.component(), label.component());
        output.collect(new StreamRecord<>(new AboutPlace.Label(label.record(), component)));
    }
}
