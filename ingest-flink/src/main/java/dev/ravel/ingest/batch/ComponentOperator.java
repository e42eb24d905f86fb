package dev.ravel.ingest.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Resolves each component of several records, all of whose records and links are at hand. */
final class ComponentOperator extends GroupingOperator<Long, InComponent, Outcome> {
    /** The entities of the records. */
    static final OutputTag<AboutEnd> ENTITY_OF = new OutputTag<>("entities of records", AboutEnd.TYPE);

    private static final long serialVersionUID = 1L;

    private final BatchPlan plan;
    private transient @Nullable ResolvedComponents components;
    private transient List<AboutPlace.Whole> records = new ArrayList<>();
    private transient List<AboutPlace.Accepted> links = new ArrayList<>();

    ComponentOperator(BatchPlan plan) {
        super(InComponent::component);
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        components = new ResolvedComponents(plan);
        records = new ArrayList<>();
        links = new ArrayList<>();
    }

    @Override
    void add(InComponent message) {
        if (message.member() instanceof AboutPlace.Whole record) {
            records.add(record);
        } else {
            links.add((AboutPlace.Accepted) message.member());
        }
    }

    @Override
    void endGroup() throws IOException {
        Objects.requireNonNull(components)
                .resolve(
                        records,
                        links,
                        this::emit,
                        (record, entity) -> emit(ENTITY_OF, new AboutEnd.EntityOf(record, entity)));
        records.clear();
        links.clear();
    }
}
