package dev.arke.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.MovableInstants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class TickTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MovableInstants clock = new MovableInstants();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Tick tick = new Tick("escalation", this::work, new Measures(meters, clock), clock);

    private void work() {
        if (broken.get()) throw new IllegalStateException("the disk is full");
    }

    @Test
    void whatEndedLatelyHasNoProblem() {
        clock.advance(Duration.ofSeconds(60));
        tick.run();
        clock.advance(PATIENCE);

        assertThat(tick.problem(PATIENCE)).isEmpty();
        assertThat(meters.get("arke.tick").timer().count()).isEqualTo(1);
    }

    @Test
    void whatWasNotRunHasOne() {
        clock.advance(Duration.ofSeconds(6));

        assertThat(tick.problem(PATIENCE)).contains("has not run for 6 s");
    }

    @Test
    void whatFailsSaysWhyUntilItWorksAgain() {
        broken.set(true);
        clock.advance(Duration.ofSeconds(6));
        tick.run();

        assertThat(tick.problem(PATIENCE)).contains("has not run for 6 s; it failed with: the disk is full");
        assertThat(meters.get("arke.tick.failures").counter().count()).isEqualTo(1);

        broken.set(false);
        tick.run();
        assertThat(tick.problem(PATIENCE)).isEmpty();
    }
}
