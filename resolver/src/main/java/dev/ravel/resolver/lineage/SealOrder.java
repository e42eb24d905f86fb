package dev.ravel.resolver.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order in which blocks that wait are sealed: by time, but never an event of an entity before the one that it follows,
 * even if the clocks of their writers differ. Of blocks that may come next, the earliest does (Kahn's algorithm).
 *
 * <p>What waits is looked at twice, because a look is no snapshot: it may miss a block that was committed while it went
 * on, and yet see one that was committed later and follows it. Whatever a block of the first look follows was committed
 * before that look ended, so the second look has it. Sealed is therefore the first look and what it follows; the rest has
 * time until the next round.
 */
public final class SealOrder {
    private static final Comparator<EventBlock> BY_TIME = Comparator.comparing(EventBlock::at)
            .thenComparing(block -> block.events().get(0).text());

    private SealOrder() {}

    /**
     * The blocks to seal, in their order. O(n log n) in the number of events.
     *
     * @param firstLook the first events of the blocks that the first look saw; an event is in one block, so it names it
     * @param secondLook the blocks that the second look saw, in any order
     */
    public static List<EventBlock> of(Set<EventName> firstLook, List<EventBlock> secondLook) {
        List<EventBlock> waiting = secondLook.stream().sorted(BY_TIME).toList();
        Map<Integer, Set<Integer>> followed = followed(firstLook, waiting);
        Map<Integer, Set<Integer>> followers = new HashMap<>();
        PriorityQueue<Integer> next = new PriorityQueue<>();
        followed.forEach((block, before) -> {
            before.forEach(earlier -> followers
                    .computeIfAbsent(earlier, absent -> new TreeSet<>())
                    .add(block));
            if (before.isEmpty()) {
                next.add(block);
            }
        });
        List<EventBlock> order = new ArrayList<>(followed.size());
        while (!next.isEmpty()) {
            int block = next.remove();
            order.add(waiting.get(block));
            for (int follower : followers.getOrDefault(block, Set.of())) {
                Set<Integer> open = followed.getOrDefault(follower, Set.of());
                open.remove(block);
                if (open.isEmpty()) {
                    next.add(follower);
                }
            }
        }
        return order;
    }

    /** The blocks of the first look and those that they follow, each with the blocks that must come before it. */
    private static Map<Integer, Set<Integer>> followed(Set<EventName> firstLook, List<EventBlock> waiting) {
        Map<EventName, Integer> blockOf = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        for (int block = 0; block < waiting.size(); block++) {
            for (EventName event : waiting.get(block).events()) {
                blockOf.put(event, block);
            }
            if (firstLook.contains(waiting.get(block).events().get(0))) {
                open.add(block);
            }
        }
        Map<Integer, Set<Integer>> followed = new TreeMap<>();
        while (!open.isEmpty()) {
            int block = open.remove(open.size() - 1);
            if (!followed.containsKey(block)) {
                Set<Integer> before = before(block, waiting.get(block), blockOf);
                followed.put(block, before);
                open.addAll(before);
            }
        }
        return followed;
    }

    private static Set<Integer> before(int number, EventBlock block, Map<EventName, Integer> blockOf) {
        Set<Integer> before = new TreeSet<>();
        for (EventName event : block.events()) {
            if (event.version() > 1) {
                @Nullable Integer earlier = blockOf.get(new EventName(event.entity(), event.version() - 1));
                if (earlier != null && earlier != number) {
                    before.add(earlier);
                }
            }
        }
        return before;
    }
}
