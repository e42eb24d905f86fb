package dev.ravel.ingest.batch;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BlockSweep;
import dev.ravel.resolver.region.ComponentResolution;
import dev.ravel.resolver.standardise.StandardRecordCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Scores the pairs of each block. A block has as many records as the caps allow, no more. */
final class BlockOperator extends GroupingOperator<Long, BlockMember, AboutPlace> {
    /** The doubtful pairs. */
    static final OutputTag<AboutEnd> DOUBTFUL = new OutputTag<>("doubtful pairs", AboutEnd.TYPE);

    private static final long serialVersionUID = 1L;
    private static final long NOT_KNOWN = 0;

    private final BatchPlan plan;
    private transient @Nullable BlockSweep sweep;
    private transient @Nullable ComponentResolution resolution;
    private transient @Nullable StandardRecordCodec codec;
    private transient List<BlockSweep.Member> block = new ArrayList<>();
    private transient @Nullable LongCounter candidates;
    private transient @Nullable LongCounter accepted;

    BlockOperator(BatchPlan plan) {
        super(BlockMember::block);
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        Resolver resolver = plan.resolver();
        sweep = new BlockSweep(resolver);
        resolution = new ComponentResolution(resolver, List.of());
        codec = new StandardRecordCodec(plan.settings());
        block = new ArrayList<>();
        candidates = counter(BatchCount.CANDIDATE_PAIRS);
        accepted = counter(BatchCount.ACCEPTED_PAIRS);
    }

    @Override
    void add(BlockMember member) throws IOException {
        CarriedRecord record = member.record();
        block.add(new BlockSweep.Member(
                record.number(), record.compared(Objects.requireNonNull(codec)), record.keys(), member.place()));
    }

    @Override
    void endGroup() {
        long pairs = Objects.requireNonNull(sweep).sweep(block, this::accept, this::doubt);
        Objects.requireNonNull(candidates).add(pairs);
        block.clear();
    }

    private void accept(BlockSweep.Member smaller, BlockSweep.Member larger, double weight) {
        Objects.requireNonNull(accepted).add(1L);
        emit(new AboutPlace.Accepted(smaller.number(), larger.number(), weight));
    }

    private void doubt(BlockSweep.Member smaller, BlockSweep.Member larger, double weight) {
        ComponentResolution.Kept kept = Objects.requireNonNull(resolution).keeper();
        kept.keepDoubtful(smaller.live(), larger.live(), weight);
        List<Outcome> findings = Findings.of(kept);
        if (!findings.isEmpty()) {
            emit(DOUBTFUL, new AboutEnd.Doubtful(smaller.number(), larger.number(), NOT_KNOWN, findings));
        }
    }
}
