package dev.ravel.generator;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.VersionOrder;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The customers of a seed as the four systems know them, as one sequence of versions. Equal seeds and sizes give equal
 * sequences on every machine and JDK. The sequence is made while it is read, in constant memory. Immutable; each call
 * starts anew.
 *
 * <p>For every five thousand customers there is one instance of each {@link Scenario}; the first ones come in whatever
 * the size, so the smallest sequence has some three hundred versions.
 */
public final class CustomerGenerator {
    /** How many customers there can be: their serial numbers must stay within what ids and phones can scatter. */
    public static final long MAX_CUSTOMERS = 6_000_000;

    private static final int WINDOW = 2048;

    private final long seed;
    private final long minVersions;
    private final long minCustomers;
    private final WritingFlaws flaws;
    private final Dials dials;

    private CustomerGenerator(long seed, long minVersions, long minCustomers, WritingFlaws flaws, Dials dials) {
        if (minVersions < 0 || minVersions > 2 * MAX_CUSTOMERS || minCustomers < 0 || minCustomers > MAX_CUSTOMERS) {
            throw new IllegalArgumentException("from 0 to " + MAX_CUSTOMERS + " customers can be generated");
        }
        this.seed = seed;
        this.minVersions = minVersions;
        this.minCustomers = minCustomers;
        this.flaws = flaws;
        this.dials = dials;
    }

    /** As many whole groups of customers as it takes to reach this many versions. */
    public static CustomerGenerator ofVersions(long seed, long versions) {
        return new CustomerGenerator(seed, versions, 0, WritingFlaws.NONE, Dials.USUAL);
    }

    /** As many whole groups of customers as it takes to reach this many people and outlets. */
    public static CustomerGenerator ofCustomers(long seed, long customers) {
        return new CustomerGenerator(seed, 0, customers, WritingFlaws.NONE, Dials.USUAL);
    }

    /** The same customers as systems know them that spoil what they pass on. */
    public CustomerGenerator with(WritingFlaws flaws) {
        return new CustomerGenerator(seed, minVersions, minCustomers, flaws, dials);
    }

    /** Customers of the same seed under other circumstances. */
    public CustomerGenerator with(Dials dials) {
        return new CustomerGenerator(seed, minVersions, minCustomers, flaws, dials);
    }

    /** The versions in the order in which the systems send them: not sorted by time. */
    public Stream<GeneratedRecord> stream() {
        Iterator<GeneratedRecord> inOrder = groups().flatMap(List::stream)
                .map(record -> flaws.spoiled(record, seed))
                .iterator();
        return sequence(new ShuffleWindow<>(inOrder, WINDOW, Dice.of(seed, -1)));
    }

    /** Whose record each live record is, once for each. Records whose newest version is a deletion are not among them. */
    public Stream<TrueRecord> truth() {
        return groups().flatMap(CustomerGenerator::truthOf);
    }

    private static Stream<TrueRecord> truthOf(List<GeneratedRecord> group) {
        Map<RecordKey, GeneratedRecord> newest = new LinkedHashMap<>();
        for (GeneratedRecord record : group) {
            newest.merge(
                    record.version().key(),
                    record,
                    (a, b) -> VersionOrder.INSTANCE.compare(a.version(), b.version()) >= 0 ? a : b);
        }
        return newest.values().stream()
                .filter(record -> !record.version().deleted())
                .map(record -> new TrueRecord(record.version().key(), record.customer()));
    }

    private Stream<List<GeneratedRecord>> groups() {
        return sequence(new Walk());
    }

    private static <T> Stream<T> sequence(Iterator<T> items) {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, characteristics), false);
    }

    /** Goes from neighbourhood to neighbourhood, group by group, until the size is reached. */
    private final class Walk implements Iterator<List<GeneratedRecord>> {
        private Neighbourhood neighbourhood = new Neighbourhood(seed, 0, dials);
        private int neighbourhoods = 1;
        private long versions;
        private long customers;

        @Override
        public boolean hasNext() {
            return versions == 0 || versions < minVersions || customers < minCustomers;
        }

        @Override
        public List<GeneratedRecord> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all customers have been generated");
            }
            if (!neighbourhood.hasNext()) {
                neighbourhood = new Neighbourhood(seed, neighbourhoods++, dials);
            }
            List<GeneratedRecord> group = neighbourhood.next();
            Set<String> met = new HashSet<>();
            group.forEach(record -> met.add(record.customer()));
            versions += group.size();
            customers += met.size();
            return group;
        }
    }
}
