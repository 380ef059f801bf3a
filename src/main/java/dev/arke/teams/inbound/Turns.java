package dev.arke.teams.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that Teams does not wait for to its end: it gives up on a dialog after 5 seconds, and asks again. Closing waits up to
 * 5 seconds for what is under way.
 */
final class Turns implements AutoCloseable {
    static final Duration INVOKE = Duration.ofMillis(3500);
    static final Duration MESSAGE = Duration.ofMillis(2500);

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final long STOP_SECONDS = 5;
    /** The version from which a virtual thread no longer blocks its carrier in {@code synchronized} (JEP 491). */
    private static final int UNPINNED = 24;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Runtime.version().feature() >= UNPINNED
                    ? Thread.ofVirtual().name("teams ", 0).factory()
                    : Thread.ofPlatform().daemon().name("teams ", 0).factory());

    <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.get();
                    } catch (RuntimeException | Error e) {
                        LOG.atError().setCause(e).log("what somebody did in Teams was not done");
                        throw e;
                    }
                },
                threads);
    }

    CompletableFuture<Boolean> run(Runnable work) {
        return begin(() -> {
            work.run();
            return true;
        });
    }

    /** What came of it, if it ends in time. */
    static <T> Optional<T> within(CompletableFuture<T> turn, Duration patience) {
        try {
            return Optional.of(turn.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS))
                LOG.atWarn().log("not all of Teams was answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
