package dev.arke.dialogue;

import dev.arke.responder.ContactKind;
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
 * Work that a chat does not wait for to its end, on threads of its own. Chats give up on what they wait for after some
 * seconds, so each adapter answers in time and tells the rest later. Closing waits up to 5 seconds for what is under way.
 */
public final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final long STOP_SECONDS = 5;
    /** The version from which a virtual thread no longer blocks its carrier in {@code synchronized} (JEP 491). */
    private static final int UNPINNED = 24;

    private final String platform;
    private final Phaser underWay = new Phaser(1);
    private final ExecutorService threads;

    public Turns(ContactKind platform) {
        this.platform = platform.word();
        var name = this.platform + " ";
        threads = Executors.newThreadPerTaskExecutor(
                Runtime.version().feature() >= UNPINNED
                        ? Thread.ofVirtual().name(name, 0).factory()
                        : Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    public <T> CompletableFuture<T> begin(Supplier<T> work) {
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

    public void run(Runnable work) {
        underWay.register();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.atError().setCause(e).addKeyValue("platform", platform).log("what somebody did was not done");
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    /** Goes on with what came of it, once it has ended; with nothing when it failed. */
    public <T> void then(CompletableFuture<T> turn, Consumer<T> next) {
        run(() -> turn.handle((result, failure) -> Optional.ofNullable(result))
                .join()
                .ifPresent(next));
    }

    /** What came of it, if it ends in time. */
    public static <T> Optional<T> within(CompletableFuture<T> turn, Duration patience) {
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
            LOG.atWarn()
                    .addKeyValue("platform", platform)
                    .addKeyValue("count", underWay.getUnarrivedParties())
                    .log("not everybody was answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
