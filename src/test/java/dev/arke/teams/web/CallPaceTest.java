package dev.arke.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tenant takes 50 calls in any second. */
final class CallPaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong now = new AtomicLong(-SECOND);
    private final CallPace pace = new CallPace(now::get);

    @Test
    void neverFiftyBeginInASecondHoweverManyWant() {
        var begun = new ArrayList<Long>();
        for (int i = 0; begun.size() < 1000; i++) {
            long wait = pace.turn();
            if (wait <= 5 * SECOND) begun.add(now.get() + wait);
            else now.addAndGet(SECOND / (i % 7 + 1));
        }

        assertThat(begun)
                .allSatisfy(from -> assertThat(begun)
                        .filteredOn(at -> at >= from && at < from + SECOND)
                        .hasSizeLessThan(50));
        assertThat(begun.getLast() - begun.getFirst())
                .as("and a thousand take no longer than they must, and a tenth")
                .isLessThan(25 * SECOND);
    }

    @Test
    void whoComesAloneDoesNotWait() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(pace.turn()).isZero();
            now.addAndGet(SECOND / 40);
        }
        assertThat(pace.await()).isEmpty();
    }

    @Test
    void whoWouldWaitTooLongHasNoTurn() {
        while (pace.turn() <= 5 * SECOND) assertThat(now.get()).isNegative();
        for (int i = 0; i < 10; i++) assertThat(pace.turn()).isGreaterThan(5 * SECOND);
        now.addAndGet(5 * SECOND);
        assertThat(pace.turn()).isLessThan(SECOND / 20);
    }

    @Test
    void messagesLeaveRoomForWhoAsks() throws Exception {
        var real = new CallPace(System::nanoTime);
        var wanting = new CountDownLatch(40);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var messages = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        wanting.countDown();
                        return real.awaitMessage();
                    }))
                    .toList();
            wanting.await();
            assertThat(messages.getFirst().get()).isEmpty();
            assertThat(real.turn()).isLessThan(SECOND * 25 / 47);
            for (var message : messages) assertThat(message.get()).isEmpty();
        }
    }
}
