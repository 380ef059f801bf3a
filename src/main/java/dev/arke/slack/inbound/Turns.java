package dev.arke.slack.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that Slack does not wait for to its end. Slack gives up after 3 seconds: a change is waited for 2.5 of them, so that
 * who is told of success has it, a look only shortly. Closing waits up to 5 seconds for what is under way.
 */
final class Turns implements AutoCloseable {
    static final Duration LOOK = Duration.ofMillis(300);
    static final Duration CHANGE = Duration.ofMillis(2500);

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final long STOP_SECONDS = 5;
    /** The version from which a virtual thread no longer blocks its carrier in {@code synchronized} (JEP 491). */
    private static final int UNPINNED = 24;

    private final Phaser underWay = new Phaser(1);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Runtime.version().feature() >= UNPINNED
                    ? Thread.ofVirtual().name("slack ", 0).factory()
                    : Thread.ofPlatform().daemon().name("slack ", 0).factory());

    <T> CompletableFuture<T> begin(Supplier<T> work) {
        var turn = new CompletableFuture<T>();
        run(() -> {
            try {
                turn.complete(work.get());
            } catch (RuntimeException | Error e) {
                turn.completeExceptionally(e);
                throw e;
            }
        });
        return turn;
    }

    void run(Runnable work) {
        underWay.register();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.atError().setCause(e).log("what somebody did in Slack was not done");
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    /** Goes on with what came of it, once it has ended; with nothing when it failed. */
    <T> void then(CompletableFuture<T> turn, Consumer<T> next) {
        run(() -> turn.handle((result, failure) -> Optional.ofNullable(result))
                .join()
                .ifPresent(next));
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

    /** What is under way may begin more, which belongs to it. */
    @Override
    public void close() {
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arrive(), STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.atWarn().addKeyValue("count", underWay.getUnarrivedParties()).log("not all of Slack was answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
