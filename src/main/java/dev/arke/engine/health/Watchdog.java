package dev.arke.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that trusts no scheduler: when the escalation sweep has not ended for 5 seconds, it runs the sweep itself each
 * second until somebody else does, says so, and wakes the scheduler every half a minute. Two sweeps at a time do no harm.
 */
public final class Watchdog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration REVIVE_EVERY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Tick sweep;
    private final Runnable revive;
    private final Measures measures;
    private final InstantSource clock;
    private final Pause pause;
    private final CountDownLatch closing;
    /** When the sweep ended last, as this thread left it; null while the scheduler does the work. */
    private @Nullable Instant leftAt;

    private Instant revivedAt = Instant.EPOCH;

    /** {@code revive} asks the scheduler to begin anew. */
    public Watchdog(Tick sweep, Runnable revive, Measures measures, InstantSource clock) {
        this(sweep, revive, measures, clock, new CountDownLatch(1));
    }

    private Watchdog(Tick sweep, Runnable revive, Measures measures, InstantSource clock, CountDownLatch closing) {
        this(
                sweep,
                revive,
                measures,
                clock,
                closing,
                duration -> closing.await(duration.toNanos(), TimeUnit.NANOSECONDS));
    }

    Watchdog(Tick sweep, Runnable revive, Measures measures, InstantSource clock, CountDownLatch closing, Pause pause) {
        this.sweep = sweep;
        this.revive = revive;
        this.measures = measures;
        this.clock = clock;
        this.closing = closing;
        this.pause = pause;
    }

    public void start() {
        Thread.ofPlatform().daemon(true).name("watchdog").start(this::watchForEver);
    }

    private void watchForEver() {
        try {
            while (closing.getCount() > 0) {
                pause.pause(EVERY);
                if (closing.getCount() > 0) look();
            }
        } catch (InterruptedException e) {
            LOG.atError().setCause(e).log("the watchdog was interrupted and watches no more");
        }
    }

    private void look() {
        var endedAt = sweep.endedAt();
        boolean mine = endedAt.equals(leftAt);
        var silence = Duration.between(endedAt, clock.instant());
        if (!mine && silence.compareTo(PATIENCE) <= 0) {
            if (leftAt != null)
                LOG.atInfo().addKeyValue("tick", sweep.name()).log("the scheduler runs the sweep again");
            leftAt = null;
            return;
        }
        if (leftAt == null)
            LOG.atWarn()
                    .addKeyValue("tick", sweep.name())
                    .addKeyValue("silent_seconds", silence.toSeconds())
                    .log("the watchdog runs the sweep, because the scheduler does not");
        measures.watchdogSwept();
        sweep.run();
        leftAt = sweep.endedAt();
        wakeScheduler();
    }

    private void wakeScheduler() {
        var now = clock.instant();
        if (now.isBefore(revivedAt.plus(REVIVE_EVERY))) return;
        revivedAt = now;
        try {
            revive.run();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the scheduler does not wake");
        }
    }

    /** Without an interrupt: H2 closes its file when a thread that reads it is interrupted. */
    @Override
    public void close() {
        closing.countDown();
    }
}
