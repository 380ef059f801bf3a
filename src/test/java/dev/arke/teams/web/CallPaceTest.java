package dev.arke.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
            if (wait <= 2 * SECOND) begun.add(now.get() + wait);
            else now.addAndGet(SECOND / (i % 7 + 1));
        }

        assertThat(begun)
                .allSatisfy(from -> assertThat(begun)
                        .filteredOn(at -> at >= from && at < from + SECOND)
                        .hasSizeLessThan(50));
        assertThat(begun.getLast() - begun.getFirst())
                .as("and a thousand take no longer than they must, and a tenth")
                .isLessThan(22 * SECOND);
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
        while (pace.turn() <= 2 * SECOND) assertThat(now.get()).isNegative();
        now.addAndGet(2 * SECOND);
        assertThat(pace.turn()).isLessThan(SECOND / 20);
    }
}
