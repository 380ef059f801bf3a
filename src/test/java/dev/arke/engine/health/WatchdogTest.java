package dev.arke.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.MovableInstants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WatchdogTest {
    private final MovableInstants clock = new MovableInstants();
    private final AtomicInteger sweeps = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Measures measures = new Measures(meters, clock);
    private final Tick sweep = new Tick("escalation", sweeps::incrementAndGet, measures, clock);
    private final Exchanger<Boolean> pauseBegins = new Exchanger<>();
    private final Exchanger<Boolean> pauseEnds = new Exchanger<>();
    private final AtomicInteger revivals = new AtomicInteger();
    private final Watchdog watchdog =
            new Watchdog(sweep, revivals::incrementAndGet, measures, clock, new CountDownLatch(1), this::pause);

    private void pause(Duration duration) throws InterruptedException {
        pauseBegins.exchange(true);
        pauseEnds.exchange(true);
    }

    @BeforeEach
    void start() throws InterruptedException, TimeoutException {
        watchdog.start();
        meet(pauseBegins);
    }

    @AfterEach
    void stop() throws InterruptedException, TimeoutException {
        watchdog.close();
        meet(pauseEnds);
    }

    @Test
    void sweepsWhenTheSchedulerHasNotForFiveSeconds() throws InterruptedException, TimeoutException {
        lookAfter(Duration.ofSeconds(5));
        assertThat(sweeps).hasValue(0);

        lookAfter(Duration.ofSeconds(1));
        assertThat(sweeps).hasValue(1);
        assertThat(meters.get("arke.watchdog.sweeps").counter().count()).isEqualTo(1);
    }

    @Test
    void sweepsEachSecondUntilTheSchedulerDoesAgain() throws InterruptedException, TimeoutException {
        lookAfter(Duration.ofSeconds(6));
        lookAfter(Duration.ofSeconds(1));
        assertThat(sweeps).hasValue(2);

        clock.advance(Duration.ofMillis(500));
        sweep.run();
        lookAfter(Duration.ofMillis(500));
        lookAfter(Duration.ofSeconds(4));
        assertThat(sweeps).hasValue(3);

        lookAfter(Duration.ofSeconds(2));
        assertThat(sweeps).hasValue(4);
    }

    @Test
    void wakesTheSchedulerOnceAndAgainAfterHalfAMinute() throws InterruptedException, TimeoutException {
        lookAfter(Duration.ofSeconds(5));
        assertThat(revivals).hasValue(0);

        lookAfter(Duration.ofSeconds(1));
        lookAfter(Duration.ofSeconds(29));
        assertThat(revivals).hasValue(1);

        lookAfter(Duration.ofSeconds(1));
        assertThat(revivals).hasValue(2);
    }

    /** The watchdog looks between the end of one pause and the beginning of the next. */
    private void lookAfter(Duration time) throws InterruptedException, TimeoutException {
        clock.advance(time);
        meet(pauseEnds);
        meet(pauseBegins);
    }

    private static void meet(Exchanger<Boolean> where) throws InterruptedException, TimeoutException {
        where.exchange(true, 10, TimeUnit.SECONDS);
    }
}
