package dev.ravel.ingest.sink;

import dev.ravel.ingest.parse.Parsed;
import dev.ravel.resolver.store.InputOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far each input is in. Batches may be committed in another order than their records were read, so an input's offset is
 * that behind the last record before which none is missing: what a crash leaves above it is read again. Only one batch at a
 * time can move an offset, the one with the first missing record, so offsets never go back. Thread-safe.
 */
final class InputProgress {
    private final Map<String, Line> lines = new TreeMap<>();

    /** Something read that is to be taken in. The same one is equal only to itself. */
    static final class Pending {
        private final Parsed parsed;
        private boolean in;

        private Pending(Parsed parsed) {
            this.parsed = parsed;
        }

        Parsed parsed() {
            return parsed;
        }
    }

    /** What of one input is not in yet, in the order of its offsets, or waits behind such a one. */
    private static final class Line {
        private final Deque<Pending> pending = new ArrayDeque<>();
        private long reached;
        private long written;

        private long reachedWith(Set<Pending> batch) {
            long offset = reached;
            for (Pending next : pending) {
                if (!next.in && !batch.contains(next)) {
                    break;
                }
                offset = next.parsed.raw().endOffset();
            }
            return offset;
        }

        private void advance() {
            while (!pending.isEmpty() && pending.element().in) {
                reached = pending.remove().parsed.raw().endOffset();
            }
        }
    }

    /** Notes what was read, which comes in the order of the offsets of its input. */
    synchronized Pending add(Parsed parsed) {
        Pending pending = new Pending(parsed);
        lines.computeIfAbsent(parsed.raw().input().name(), any -> new Line())
                .pending
                .add(pending);
        return pending;
    }

    /** The offsets that inputs have once a batch is in too, of those only that it moves. */
    synchronized List<InputOffset> offsetsWith(Collection<Pending> batch) {
        Set<Pending> with = new HashSet<>(batch);
        List<InputOffset> offsets = new ArrayList<>();
        lines.forEach((input, line) -> {
            long offset = line.reachedWith(with);
            if (offset > line.written) {
                offsets.add(new InputOffset(input, offset));
            }
        });
        return offsets;
    }

    /** Notes that a batch is in, and these offsets with it. */
    synchronized void takenIn(Collection<Pending> batch, Collection<InputOffset> offsets) {
        batch.forEach(pending -> pending.in = true);
        lines.values().forEach(Line::advance);
        for (InputOffset offset : offsets) {
            Line line = lines.get(offset.input());
            if (line != null) {
                line.written = offset.offset();
            }
        }
    }

    /** Lets go of what is kept of an input that has ended. */
    synchronized void forget(String input) {
        lines.remove(input);
    }
}
