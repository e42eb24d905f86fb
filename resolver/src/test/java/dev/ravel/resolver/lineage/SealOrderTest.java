package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identity.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealOrderTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void isByTime() {
        EventBlock early = block(1, "a1");
        EventBlock late = block(2, "b1");
        assertThat(SealOrder.of(Set.of(name("a1"), name("b1")), List.of(late, early)))
                .containsExactly(early, late);
    }

    @Test
    void anEventNeverComesBeforeTheOneThatItFollows() {
        EventBlock first = block(9, "a1");
        EventBlock second = block(1, "a2");
        assertThat(SealOrder.of(Set.of(name("a1"), name("a2")), List.of(second, first)))
                .containsExactly(first, second);
    }

    @Test
    void whatTheFirstLookMissedIsSealedIfItIsFollowed() {
        EventBlock missed = block(1, "a1", "b1");
        EventBlock seen = block(2, "a2");
        EventBlock fresh = block(3, "b2");
        assertThat(SealOrder.of(Set.of(name("a2")), List.of(fresh, seen, missed)))
                .containsExactly(missed, seen);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void versionsAscendWhateverTheClocksAndLooks(long seed) {
        Random random = new Random(seed);
        int[] versions = new int[5];
        List<EventBlock> blocks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Set<Integer> entities = new HashSet<>(List.of(random.nextInt(5), random.nextInt(5)));
            blocks.add(block(
                    random.nextInt(20),
                    entities.stream()
                            .map(entity -> (char) ('a' + entity) + "" + ++versions[entity])
                            .toArray(String[]::new)));
        }
        Set<EventName> look = new HashSet<>();
        blocks.forEach(block -> {
            if (random.nextInt(3) == 0) {
                look.add(block.events().get(0));
            }
        });
        List<EventBlock> shuffled = new ArrayList<>(blocks);
        Collections.shuffle(shuffled, random);
        List<EventBlock> order = SealOrder.of(look, shuffled);
        Set<EventName> before = new HashSet<>();
        for (EventBlock block : order) {
            for (EventName event : block.events()) {
                assertThat(event.version() == 1 || before.contains(new EventName(event.entity(), event.version() - 1)))
                        .as("seed %d: %s", seed, event)
                        .isTrue();
            }
            before.addAll(block.events());
        }
        assertThat(before).as("seed %d", seed).containsAll(look);
        assertThat(order).doesNotHaveDuplicates();
    }

    private static EventBlock block(long second, String... events) {
        List<EventName> names = Arrays.stream(events).map(SealOrderTest::name).toList();
        return new EventBlock(
                T0.plusSeconds(second), names, Collections.nCopies(names.size(), 0L), String.join(" ", events));
    }

    private static EventName name(String text) {
        return new EventName(new EntityId("main:E" + text.charAt(0)), Long.parseLong(text.substring(1)));
    }
}
