package dev.ravel.ingest.batch;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.util.OutputTag;

/** Brings the entity of one record of each doubtful pair to it: first of the one, then of the other. */
final class EndOperator extends GroupingOperator<Long, AboutEnd, AboutEnd> {
    /** What is found of the pairs whose records are in two entities; known at their second record. */
    static final OutputTag<Outcome> FOUND = new OutputTag<>("found of doubtful pairs", Outcome.TYPE);

    private static final long serialVersionUID = 1L;

    private final boolean isSecond;
    private transient long entity;
    private transient List<AboutEnd.Doubtful> pairs = new ArrayList<>();

    private EndOperator(KeySelector<AboutEnd, Long> end, boolean isSecond) {
        super(end);
        this.isSecond = isSecond;
    }

    /** Gives the pairs with the entity of their first record. */
    static EndOperator first() {
        return new EndOperator(EndOperator::firstRecord, false);
    }

    /** Gives what is found. */
    static EndOperator second() {
        return new EndOperator(EndOperator::secondRecord, true);
    }

    static long firstRecord(AboutEnd message) {
        return message instanceof AboutEnd.Doubtful pair ? pair.a() : ((AboutEnd.EntityOf) message).record();
    }

    static long secondRecord(AboutEnd message) {
        return message instanceof AboutEnd.Doubtful pair ? pair.b() : ((AboutEnd.EntityOf) message).record();
    }

    @Override
    public void open() throws Exception {
        super.open();
        pairs = new ArrayList<>();
    }

    @Override
    void add(AboutEnd message) {
        if (message instanceof AboutEnd.EntityOf known) {
            entity = known.entity();
        } else {
            pairs.add((AboutEnd.Doubtful) message);
        }
    }

    @Override
    void endGroup() {
        for (AboutEnd.Doubtful pair : pairs) {
            if (!isSecond) {
                emit(new AboutEnd.Doubtful(pair.a(), pair.b(), entity, pair.findings()));
            } else if (pair.entityOfA() != entity) {
                pair.findings().forEach(finding -> emit(FOUND, finding));
            }
        }
        pairs.clear();
    }
}
