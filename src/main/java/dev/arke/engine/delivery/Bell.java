package dev.arke.engine.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What a loop sleeps on: rung any number of times, it wakes once. */
final class Bell {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        if (rings.availablePermits() == 0) rings.release();
    }

    /** Until it is rung or {@code atMost} has passed; a ring before the call counts. */
    void await(Duration atMost) throws InterruptedException {
        if (rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) rings.drainPermits();
    }
}
