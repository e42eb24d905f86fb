package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.BlockingRules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A live source record in its comparable form, computed once and never changed: standardised names, dates and
 * identifiers beside the raw values, and the keys under which it is locked, counted and found.
 *
 * <p>{@link #keys()} holds the identifiers' keys first, in the order of {@link #identifiers()}, then the blocking keys
 * in the order of the blocking rules. There are at most {@value #MAX_KEYS}, so that a set of them fits a {@code long}:
 * bit {@code i} stands for {@code keys().get(i)}.
 */
public final class StandardRecord {
    /** The most keys a record can have; identifiers and blocks past it are kept in the record but find no candidates. */
    public static final int MAX_KEYS = 64;

    /** The last ranges of each hash: most records have identifiers of the same kinds, and share one array. */
    private static final AtomicReferenceArray<byte[]> SHARED_RANGES = new AtomicReferenceArray<>(1 << 10);

    private final SourceRecord source;

    /** Null where there is no name. */
    private final @Nullable String nameKey;

    private final List<Identifier> identifiers;
    private final List<SharedKey> keys;
    private final StandardValues values;
    private final byte[] ranges;
    private final Graces graces;
    private final int leftOutKeys;

    /** When each identifier was first observed, in seconds of the epoch; null if all were when the version was. */
    private final long @Nullable [] firsts;

    /**
     * A record.
     *
     * @param nameKey null where there is no name
     * @param leftOutBlocks how many values of blocking rules have no key, because the rule gave too many
     */
    StandardRecord(
            SourceRecord source,
            @Nullable String nameKey,
            List<Identifier> identifiers,
            Set<SharedKey> keys,
            int leftOutBlocks,
            StandardValues values,
            Graces graces) {
        this(
                source,
                nameKey,
                identifiers,
                first(keys),
                leftOutBlocks + Math.max(0, keys.size() - MAX_KEYS),
                values,
                graces,
                null);
    }

    /**
     * A record whose form is known.
     *
     * @param nameKey null where there is no name
     * @param keys at most {@value #MAX_KEYS}
     * @param leftOutKeys how many more it would have without limits
     * @param firsts when each identifier was first observed, in seconds of the epoch; null if all were when the version was
     */
    StandardRecord(
            SourceRecord source,
            @Nullable String nameKey,
            List<Identifier> identifiers,
            List<SharedKey> keys,
            int leftOutKeys,
            StandardValues values,
            Graces graces,
            long @Nullable [] firsts) {
        this.source = source;
        this.nameKey = nameKey;
        this.identifiers = List.copyOf(identifiers);
        this.keys = List.copyOf(keys);
        this.leftOutKeys = leftOutKeys;
        this.values = values;
        this.ranges = ranges(this.identifiers);
        this.graces = graces;
        this.firsts = firsts;
    }

    private StandardRecord(StandardRecord record, long[] firsts) {
        this.source = record.source;
        this.nameKey = record.nameKey;
        this.identifiers = record.identifiers;
        this.keys = record.keys;
        this.leftOutKeys = record.leftOutKeys;
        this.values = record.values;
        this.ranges = record.ranges;
        this.graces = record.graces;
        this.firsts = firsts;
    }

    public RecordKey key() {
        return source.key();
    }

    public RecordType type() {
        return source.type();
    }

    public Instant observedAt() {
        return source.observedAt();
    }

    /** The record as received. */
    public SourceRecord source() {
        return source;
    }

    /**
     * The standardised name by which an identifier's distinct names are counted, independent of width, case, script
     * variant and token order; the record key's text where there is no name.
     */
    public String nameKey() {
        return nameKey == null ? source.key().text() : nameKey;
    }

    /** The identifiers, distinct by key, most discriminating kinds first. */
    public List<Identifier> identifiers() {
        return identifiers;
    }

    /** The keys of the identifiers, then the blocking keys; distinct. */
    public List<SharedKey> keys() {
        return keys;
    }

    /**
     * How many keys the record would have beside {@link #keys()} without limits: it has at most {@value #MAX_KEYS} in all,
     * and {@value BlockingRules#MAX_VALUES} of one blocking rule.
     */
    public int leftOutKeys() {
        return leftOutKeys;
    }

    /** What the record says beside its identifiers. */
    public StandardValues values() {
        return values;
    }

    /**
     * Whether this record and another one carried two identifiers of one kind at one time: whether the spans of their
     * versions that did, each longer by the grace of the kind at both ends, overlap. To the second. Symmetric.
     *
     * @param index the identifier's place in {@link #identifiers()}
     * @param otherIndex the place of the other record's identifier
     */
    public boolean carriedWith(int index, StandardRecord other, int otherIndex) {
        long between = 2 * graces.seconds(identifiers.get(index).type());
        return first(index) - other.last() <= between && other.first(otherIndex) - last() <= between;
    }

    /** When an identifier was first observed, to the second. */
    public Instant firstObserved(int index) {
        return Instant.ofEpochSecond(first(index));
    }

    private static List<SharedKey> first(Set<SharedKey> keys) {
        List<SharedKey> all = List.copyOf(keys);
        return all.size() > MAX_KEYS ? all.subList(0, MAX_KEYS) : all;
    }

    /** When each identifier was first observed, in seconds of the epoch; null if all were when the version was. */
    long @Nullable [] firsts() {
        return firsts;
    }

    private long first(int index) {
        return firsts == null ? last() : firsts[index];
    }

    private long last() {
        return source.observedAt().getEpochSecond();
    }

    /**
     * The same record, whose identifiers were carried by versions before this one too.
     *
     * @param spans the record's spans beside this version
     * @param standardised gives the comparable forms of a value that the version does not have in these words
     */
    StandardRecord observedIn(Spans spans, Function<CarriedValue, List<String>> standardised) {
        long[] since = new long[identifiers.size()];
        Arrays.fill(since, last());
        spans.byValue().forEach((value, span) -> {
            long first = Math.min(last(), span.first().getEpochSecond());
            OptionalInt same = find(value.type(), identifier -> identifier.raw().equals(value.raw()));
            if (same.isPresent()) {
                since[same.getAsInt()] = Math.min(since[same.getAsInt()], first);
                return;
            }
            for (String comparable : standardised.apply(value)) {
                find(value.type(), identifier -> identifier.value().equals(comparable))
                        .ifPresent(at -> since[at] = Math.min(since[at], first));
            }
        });
        return new StandardRecord(this, since);
    }

    private OptionalInt find(IdentifierType type, Predicate<Identifier> wanted) {
        return IntStream.range(first(type), end(type))
                .filter(at -> wanted.test(identifiers.get(at)))
                .findFirst();
    }

    /** The index in {@link #identifiers()} of the first identifier of a kind; equals {@link #end} if there is none. */
    public int first(IdentifierType type) {
        return ranges[slot(type)];
    }

    /** The index after the last identifier of a kind that has a key. */
    public int end(IdentifierType type) {
        return ranges[slot(type) + 1];
    }

    private static byte[] ranges(List<Identifier> identifiers) {
        byte[] ranges = new byte[IdentifierType.values().length * 2];
        int keyed = Math.min(identifiers.size(), MAX_KEYS);
        for (int i = 0; i < keyed; i++) {
            int slot = slot(identifiers.get(i).type());
            if (ranges[slot + 1] == 0) {
                ranges[slot] = (byte) i;
            }
            ranges[slot + 1] = (byte) (i + 1);
        }
        return shared(ranges);
    }

    private static byte[] shared(byte[] ranges) {
        int hash = Arrays.hashCode(ranges);
        int place = (hash ^ (hash >>> 16)) & (SHARED_RANGES.length() - 1);
        byte[] known = SHARED_RANGES.get(place);
        if (known != null && Arrays.equals(known, ranges)) {
            return known;
        }
        SHARED_RANGES.set(place, ranges);
        return ranges;
    }

    @SuppressWarnings("EnumOrdinal") // an array in the hot path; nothing stored depends on the number
    private static int slot(IdentifierType type) {
        return type.ordinal() * 2;
    }
}
