package dev.ravel.ingest.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Sends each record, and the links of which it is the smaller record, to its component; one without links is resolved. */
final class PlaceOperator extends GroupingOperator<Long, AboutPlace, InComponent> {
    /** What is found where a component is one record. */
    static final OutputTag<Outcome> FOUND = new OutputTag<>("found of one record", Outcome.TYPE);

    /** The entities of these records. */
    static final OutputTag<AboutEnd> ENTITY_OF = new OutputTag<>("entities of one record", AboutEnd.TYPE);

    private static final long serialVersionUID = 1L;

    private final BatchPlan plan;
    private transient @Nullable ResolvedComponents components;
    private transient AboutPlace.@Nullable Whole whole;
    private transient AboutPlace.@Nullable Label label;
    private transient List<AboutPlace.Accepted> links = new ArrayList<>();

    PlaceOperator(BatchPlan plan) {
        super(AboutPlace::record);
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        components = new ResolvedComponents(plan);
        links = new ArrayList<>();
    }

    @Override
    void add(AboutPlace message) {
        if (message instanceof AboutPlace.Whole own) {
            whole = own;
        } else if (message instanceof AboutPlace.Label own) {
            label = own;
        } else {
            links.add((AboutPlace.Accepted) message);
        }
    }

    @Override
    void endGroup() throws IOException {
        AboutPlace.Whole own = Objects.requireNonNull(whole, "a record for each label and link");
        if (label == null) {
            Objects.requireNonNull(components)
                    .resolve(
                            List.of(own),
                            List.of(),
                            outcome -> emit(FOUND, outcome),
                            (record, entity) -> emit(ENTITY_OF, new AboutEnd.EntityOf(record, entity)));
        } else {
            emit(new InComponent(label.component(), own));
            for (AboutPlace.Accepted link : links) {
                emit(new InComponent(label.component(), link));
            }
        }
        whole = null;
        label = null;
        links.clear();
    }
}
