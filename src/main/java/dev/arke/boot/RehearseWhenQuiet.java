package dev.arke.boot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rehearsal of a process, once. What has waited for the start comes first: half a minute goes by before it begins, and
 * every fifty alerts it waits until nothing else is to be done.
 */
final class RehearseWhenQuiet implements AutoCloseable {
    static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(RehearseWhenQuiet.class);

    private final BooleanSupplier isQuiet;
    private final Duration pause;
    private final ToIntFunction<BooleanSupplier> play;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("rehearsal").unstarted(this::rehearse);

    /** {@code play} asks whether to go on, and answers how many alerts it played. */
    RehearseWhenQuiet(BooleanSupplier isQuiet, Duration pause, ToIntFunction<BooleanSupplier> play) {
        this.isQuiet = isQuiet;
        this.pause = pause;
        this.play = play;
    }

    void start() {
        thread.start();
    }

    private void rehearse() {
        try {
            if (closesWithin(pause) || !waitForQuiet()) return;
            long begun = System.nanoTime();
            int alerts = play.applyAsInt(this::waitForQuiet);
            LOG.atInfo()
                    .addKeyValue("alerts", alerts)
                    .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .log("a burst of alerts was rehearsed in memory, to nobody");
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the rehearsal ended early; the first burst of alerts will take longer");
        }
    }

    /** False when this is closed meanwhile. */
    private boolean waitForQuiet() {
        while (closed.getCount() > 0) {
            if (isQuiet.getAsBoolean()) return true;
            if (closesWithin(LOOK)) return false;
        }
        return false;
    }

    private boolean closesWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** For tests. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return thread.join(time);
    }

    /** Does not wait: what is in memory only may be left as it is. */
    @Override
    public void close() {
        closed.countDown();
    }
}
