package dev.ravel.resolver.audit;

import dev.ravel.model.evidence.RecordPair;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts the pairs of one stratum and draws from them: those with the smallest hashes of seed and pair. A uniform draw
 * without replacement that depends on the seed and the pairs, never on the order in which they come.
 */
final class StratumDraw {
    private record Ticket(long hash, RecordPair pair) {
        private static final Comparator<Ticket> ORDER =
                Comparator.comparingLong(Ticket::hash).thenComparing(Ticket::pair);
    }

    private final long seed;
    private final int most;
    private final PriorityQueue<Ticket> smallest = new PriorityQueue<>(Ticket.ORDER.reversed());
    private long population;

    /**
     * An empty stratum.
     *
     * @param most the most pairs that will be drawn, at least 1
     */
    StratumDraw(long seed, int most) {
        this.seed = seed;
        this.most = most;
    }

    void add(RecordPair pair) {
        population++;
        Ticket ticket = new Ticket(hash(seed, pair), pair);
        if (smallest.size() < most) {
            smallest.add(ticket);
        } else if (Ticket.ORDER.compare(ticket, smallest.element()) < 0) {
            smallest.remove();
            smallest.add(ticket);
        }
    }

    long population() {
        return population;
    }

    /** The first pairs of the draw, at most {@code count}. */
    List<RecordPair> drawn(int count) {
        return smallest.stream()
                .sorted(Ticket.ORDER)
                .limit(count)
                .map(Ticket::pair)
                .toList();
    }

    private static long hash(long seed, RecordPair pair) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            sha256.update(pair.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
