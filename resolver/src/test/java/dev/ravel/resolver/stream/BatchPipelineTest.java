package dev.ravel.resolver.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchPipelineTest {
    private final BatchPipeline pipeline = new BatchPipeline();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void theCallerGoesOnWhileABatchIsWritten() throws IOException {
        CountDownLatch goOn = new CountDownLatch(1);
        pipeline.submit(() -> {
            await(goOn);
            done.add("first");
        });
        assertThat(done).isEmpty();
        goOn.countDown();
        pipeline.drain();
        assertThat(done).containsExactly("first");
    }

    @Test
    void batchesAreWrittenInTheirOrder() throws IOException {
        for (int i = 0; i < 100; i++) {
            String batch = "batch " + i;
            pipeline.submit(() -> done.add(batch));
        }
        pipeline.drain();
        assertThat(done).hasSize(100).startsWith("batch 0", "batch 1").endsWith("batch 99");
    }

    @Test
    void aFailureIsToldOfAndTheNextBatchIsNotStarted() throws IOException {
        pipeline.submit(() -> {
            throw new IOException("disk full");
        });
        assertThatThrownBy(() -> pipeline.submit(() -> done.add("next")))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(done).isEmpty();
        pipeline.submit(() -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(pipeline::drain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        pipeline.drain();
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        pipeline.submit(() -> await(never));
        Thread.currentThread().interrupt();
        assertThatThrownBy(pipeline::drain).isInstanceOf(IOException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
