package dev.arke.teams.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A tenant takes 50 calls a second of an app (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), whatever
 * they are for: so they begin one after the other, evenly, as those that go at once can arrive together with those of the
 * second before. Few of the outbox's stand in the line at a time, so that somebody who asks or clicks during a burst of pages
 * waits a quarter of a second. Of this node only. Safe for many threads.
 */
final class CallPace {
    private static final long APART = TimeUnit.SECONDS.toNanos(1) / 47;
    /** Who would wait for longer is told to come again. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private static final int MESSAGES = 12;

    private final LongSupplier nanos;
    private final Semaphore messages = new Semaphore(MESSAGES, true);
    private long next;

    /** {@code nanos} counts as {@link System#nanoTime} does: a clock can be put back. */
    CallPace(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** Waits for its turn. Answers how long that would take where it is too long; then it has none. */
    Optional<Duration> await() throws InterruptedException {
        long wait = turn();
        if (wait > LONGEST) return Optional.of(Duration.ofNanos(wait));
        if (wait > 0) pause(wait);
        return Optional.empty();
    }

    /** The same for a message of the outbox. */
    Optional<Duration> awaitMessage() throws InterruptedException {
        if (!messages.tryAcquire(LONGEST, TimeUnit.NANOSECONDS)) return Optional.of(Duration.ofSeconds(1));
        try {
            return await();
        } finally {
            messages.release();
        }
    }

    /** Nanoseconds until the turn of who asks; more than five seconds are none. */
    synchronized long turn() {
        long now = nanos.getAsLong();
        long wait = Math.max(0, next - now);
        if (wait <= LONGEST) next = now + wait + APART;
        return wait;
    }

    private static void pause(long wait) throws InterruptedException {
        try {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, wait, TimeUnit.NANOSECONDS)
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
