package dev.ravel.ingest.batch;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.bulk.ResultRows;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.Histogram;
import org.jspecify.annotations.Nullable;

/** Writes what comes to a task into the task's parts of the result's files, and counts it. */
final class WriteOperator extends SmallSideFirst<Outcome, String, Void> {
    static final String ENTITIES = "entities";
    static final String GOLDEN = "golden";
    static final String MATCHES = "matches";
    static final String REVIEW = "review";

    /** The accumulator of how many entities there are of each size. */
    static final String SIZES = "SIZES";

    /** The beginning of the accumulators of how many pairs of each status are kept. */
    static final String STATUS = "MATCHES_";

    /** The beginning of the accumulators of how many links each guard holds. */
    static final String HELD = "HELD_";

    /** The accumulator of how many questions there are. */
    static final String QUESTIONS = "QUESTIONS";

    private static final long serialVersionUID = 1L;

    private final BatchPlan plan;
    private transient SortedSet<String> attributes = new TreeSet<>();
    private transient ResultRows.@Nullable Golden golden;
    private transient @Nullable Histogram sizes;
    private transient @Nullable PartFile entityPart;
    private transient @Nullable PartFile goldenPart;
    private transient @Nullable PartFile matchPart;
    private transient @Nullable PartFile reviewPart;

    WriteOperator(BatchPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        attributes = new TreeSet<>();
        sizes = getRuntimeContext().getHistogram(SIZES);
        entityPart = part(ENTITIES, ResultRows.entityColumns());
        matchPart = part(MATCHES, ResultRows.matchColumns());
        reviewPart = part(REVIEW, ResultRows.reviewColumns());
    }

    private PartFile part(String kind, List<String> columns) throws IOException {
        return new PartFile(
                plan.output(), kind, getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), columns);
    }

    @Override
    void learn(String attribute) {
        attributes.add(attribute);
    }

    @Override
    void take(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Found found) {
            write(found.entity());
        } else if (outcome instanceof Outcome.Kept kept) {
            Match match = kept.match();
            getRuntimeContext().getLongCounter(STATUS + match.status()).add(1L);
            match.heldBy().ifPresent(guard -> getRuntimeContext()
                    .getLongCounter(HELD + guard.name())
                    .add(1L));
            Objects.requireNonNull(matchPart).row(ResultRows.match(match));
        } else if (outcome instanceof Outcome.Asked asked) {
            getRuntimeContext().getLongCounter(QUESTIONS).add(1L);
            Objects.requireNonNull(reviewPart).row(ResultRows.review(asked.question()));
        }
    }

    private void write(Entity entity) throws IOException {
        Objects.requireNonNull(sizes).add(entity.records().size());
        for (RecordKey record : entity.records()) {
            Objects.requireNonNull(entityPart).row(ResultRows.entity(entity, record));
        }
        openGolden();
        Objects.requireNonNull(goldenPart).row(Objects.requireNonNull(golden).row(entity));
    }

    /** The columns are known when the small side has ended. */
    private void openGolden() throws IOException {
        if (golden == null) {
            golden = new ResultRows.Golden(attributes);
            goldenPart = part(GOLDEN, golden.columns());
        }
    }

    @Override
    void end() throws IOException {
        openGolden();
        Objects.requireNonNull(entityPart).publish();
        Objects.requireNonNull(goldenPart).publish();
        Objects.requireNonNull(matchPart).publish();
        Objects.requireNonNull(reviewPart).publish();
    }
}
