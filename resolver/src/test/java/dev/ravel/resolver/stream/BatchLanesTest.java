package dev.ravel.resolver.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BatchLanesTest {
    private static final int MANY = 1_000_000;

    private final List<List<String>> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean stewardsAbout = new AtomicBoolean();
    private final BatchLanes<String> lanes = new BatchLanes<>(2, stewardsAbout::get, this::work);

    @AfterEach
    void close() {
        goOn.countDown();
        lanes.close();
    }

    /** A batch with a "slow" item waits until the test lets it go; one with a "broken" item fails. */
    private void work(List<String> items) throws IOException {
        if (items.contains("slow")) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (items.contains("broken")) {
            throw new IOException("disk full");
        }
        if (items.contains("wrong")) {
            throw new IllegalStateException("wrong item");
        }
        done.add(items);
    }

    @Test
    void batchesThatShareNothingAreWorkedOnSideBySide() throws Exception {
        lanes.add("slow", List.of("phone 1"));
        lanes.start(MANY);
        lanes.add("quick", List.of("phone 2"));
        lanes.start(MANY);
        awaitDone(1);
        assertThat(done).containsExactly(List.of("quick"));

        goOn.countDown();
        lanes.drain(MANY);
        assertThat(done).containsExactly(List.of("quick"), List.of("slow"));
    }

    @Test
    void whatIsFreeStartsInAFreeLaneWhenItsTimeIsUp() throws Exception {
        lanes.add("slow", List.of("phone 1"));
        assertThat(lanes.timeUp(MANY)).as("both lanes are free").isTrue();
        assertThat(lanes.waiting()).isZero();
        lanes.add("second", List.of("phone 1"));
        assertThat(lanes.timeUp(MANY)).as("a lane is, the item is not").isFalse();
        lanes.add("third", List.of("phone 2"));
        assertThat(lanes.timeUp(MANY)).as("one of the two is").isTrue();
        awaitDone(1);
        assertThat(done).containsExactly(List.of("third"));
        assertThat(lanes.waiting()).isEqualTo(1);
    }

    @Test
    void oneBatchIsUnderWayWhileStewardsAreAbout() throws Exception {
        stewardsAbout.set(true);
        lanes.add("slow", List.of("phone 1"));
        assertThat(lanes.timeUp(MANY)).as("nothing is under way").isTrue();
        lanes.add("second", List.of("phone 2"));
        assertThat(lanes.timeUp(MANY)).as("one batch is").isFalse();

        stewardsAbout.set(false);
        assertThat(lanes.timeUp(MANY)).as("the steward has gone").isTrue();
        awaitDone(1);
        assertThat(done).containsExactly(List.of("second"));
    }

    @Test
    void whatIsLessThanHalfABatchWaitsForALaneWithoutHoldingItsSourceBack() throws Exception {
        lanes.add("slow", List.of("phone 1"));
        lanes.timeUp(4);
        lanes.add("slow", List.of("phone 2"));
        lanes.timeUp(4);
        lanes.add("third", List.of("phone 3"));
        assertThat(lanes.timeUp(4)).as("no lane is free").isFalse();
        assertThat(lanes.waiting()).isEqualTo(1);

        goOn.countDown();
        lanes.add("fourth", List.of("phone 4"));
        assertThat(lanes.timeUp(4)).as("half a batch waits for a lane").isTrue();
        lanes.drain(4);
        assertThat(done).contains(List.of("third", "fourth"));
    }

    @Test
    void whatSharesAKeyWithABatchUnderWayWaitsAndSoDoesWhatSharesOneWithIt() throws Exception {
        lanes.add("slow", List.of("phone 1"));
        lanes.start(MANY);
        lanes.add("second", List.of("phone 1", "phone 2"));
        lanes.add("third", List.of("phone 2"));
        for (int i = 0; i < 4; i++) {
            lanes.add("other " + i, List.of());
        }
        lanes.start(MANY);
        awaitDone(1);
        assertThat(done).containsExactly(List.of("other 0", "other 1", "other 2", "other 3"));
        assertThat(lanes.waiting()).isEqualTo(2);

        goOn.countDown();
        lanes.drain(MANY);
        assertThat(done.get(2)).containsExactly("second", "third");
    }

    @Test
    void aBatchHoldsNoMoreThanAsked() throws IOException {
        IntStream.range(0, 7).forEach(i -> lanes.add("item " + i, List.of()));
        lanes.start(3);
        assertThat(lanes.waiting()).isEqualTo(4);
        lanes.drain(3);
        assertThat(done).extracting(List::size).containsExactlyInAnyOrder(3, 3, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTwoBatchesAtOnceShareAKeyAndTheItemsOfOneKeyKeepTheirOrder(long seed) throws IOException {
        Random random = new Random(seed);
        Set<String> underWay = ConcurrentHashMap.newKeySet();
        AtomicInteger clashes = new AtomicInteger();
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<List<String>> keys = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            keys.add(IntStream.range(0, random.nextInt(4))
                    .mapToObj(any -> "key " + (int) Math.abs(random.nextGaussian() * 300))
                    .distinct()
                    .toList());
        }
        try (BatchLanes<Integer> three = new BatchLanes<>(3, () -> false, items -> {
            Set<String> own = new HashSet<>();
            items.forEach(item -> own.addAll(keys.get(item)));
            own.forEach(key -> clashes.addAndGet(underWay.add(key) ? 0 : 1));
            LockSupport.parkNanos(100_000);
            order.addAll(items);
            underWay.removeAll(own);
        })) {
            for (int i = 0; i < keys.size(); i++) {
                three.add(i, keys.get(i));
                if (three.waiting() >= 50) {
                    three.start(50);
                }
            }
            three.drain(50);
        }
        assertThat(clashes).hasValue(0);
        assertThat(order).doesNotHaveDuplicates().hasSize(keys.size());
        Set<String> all = new HashSet<>();
        keys.forEach(all::addAll);
        for (String key : all) {
            assertThat(order.stream().filter(item -> keys.get(item).contains(key)))
                    .as(key)
                    .isSorted();
        }
    }

    @Test
    void aFailureIsToldOfAndNothingIsStartedThen() throws Exception {
        lanes.add("broken", List.of("a"));
        lanes.start(MANY);
        lanes.add("next", List.of("a"));
        assertThatThrownBy(() -> lanes.start(MANY))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(done).isEmpty();

        lanes.add("wrong", List.of("a"));
        assertThatThrownBy(() -> lanes.drain(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("wrong item");
        assertThat(done).containsExactly(List.of("next"));
        lanes.drain(MANY);
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws IOException {
        lanes.add("slow", List.of());
        lanes.start(MANY);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lanes.drain(MANY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void thereMustBeALane() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchLanes<String>(0, () -> false, items -> {}));
    }

    private void awaitDone(int batches) throws InterruptedException {
        while (done.size() < batches) {
            Thread.sleep(1);
        }
    }
}
