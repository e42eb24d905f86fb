package dev.ravel.ingest.batch;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.bulk.KeyRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the carriers of each key, numbers the keys that several records have, and tells each carrier what holds for its
 * key. Keeps eight bytes for each carrier of the key at hand.
 */
final class KeyOperator extends GroupingOperator<String, Carrier, AboutRecord> {
    private static final long serialVersionUID = 1L;
    private static final int PLACE_BITS = 6;
    private static final int FIRST_CAPACITY = 64;

    private final BatchPlan plan;
    private transient @Nullable KeyRule rule;
    private transient @Nullable SharedKey shared;
    private transient int namesThatMatter;
    private transient Set<String> names = new HashSet<>();

    /** Record number and place of each carrier, packed. */
    private transient long[] carriers = {};

    private transient int count;
    private transient long sequence;

    KeyOperator(BatchPlan plan) {
        super(Carrier::key);
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        rule = new KeyRule(plan.settings(), Map.of());
        names = new HashSet<>();
        carriers = new long[FIRST_CAPACITY];
    }

    @Override
    void add(Carrier carrier) {
        if (count == 0) {
            shared = SharedKey.parse(carrier.key());
            namesThatMatter = Objects.requireNonNull(rule).namesThatMatter(shared);
        }
        if (count == carriers.length) {
            carriers = Arrays.copyOf(carriers, Math.multiplyExact(count, 2));
        }
        carriers[count++] = (carrier.record() << PLACE_BITS) | carrier.place();
        if (names.size() < namesThatMatter) {
            names.add(carrier.name());
        }
    }

    @Override
    void endGroup() {
        SharedKey key = Objects.requireNonNull(shared);
        KeyRule rules = Objects.requireNonNull(rule);
        boolean overCap = rules.isOverCap(key, count);
        boolean suppressed = rules.isSuppressed(key, names.size());
        if (overCap || suppressed) {
            counter(BatchCount.SUPPRESSED).add(suppressed ? 1L : 0L);
            counter(BatchCount.SKIPPED_BLOCKS).add(suppressed ? 0L : 1L);
            counter(BatchCount.SKIPPED_PAIRS).add(suppressed ? 0L : count * (count - 1L) / 2);
        }
        if (count > 1 || suppressed) {
            long number = count > 1 ? unique(sequence++) : CarriedRecord.ALONE;
            for (int i = 0; i < count; i++) {
                int place = (int) carriers[i] & ((1 << PLACE_BITS) - 1);
                emit(new AboutRecord.KeyNote(carriers[i] >>> PLACE_BITS, place, number, suppressed, overCap));
            }
        }
        names.clear();
        count = 0;
    }
}
