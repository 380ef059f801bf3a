package dev.arke.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.engine.health.Measures;
import dev.arke.testkit.MovableInstants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WakeUpsTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID LAST = new UUID(0, 3);

    private final MovableInstants clock = new MovableInstants();
    private final BlockingQueue<UUID> woken = new LinkedBlockingQueue<>();
    private final WakeUps wakeUps = new WakeUps(new Measures(new SimpleMeterRegistry(), clock), clock);

    @BeforeEach
    void start() {
        wakeUps.start(this::escalate);
    }

    private void escalate(Collection<UUID> ids) {
        woken.addAll(ids);
        if (ids.contains(FIRST)) throw new IllegalStateException("as expected by this test");
    }

    @AfterEach
    void stop() {
        wakeUps.close();
    }

    @Test
    void wakesByHowLongFromNowWhateverTheHostsClockSays() throws InterruptedException {
        long begun = System.nanoTime();
        wakeUps.due(Map.of(
                SECOND, clock.instant().plusMillis(300), LAST, clock.instant().plus(Duration.ofDays(1))));

        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(SECOND);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
    }

    @Test
    void theLatestHintOfAnIncidentCounts() throws InterruptedException {
        wakeUps.due(Map.of(SECOND, clock.instant().plusMillis(200)));
        wakeUps.due(Map.of(SECOND, clock.instant().plusSeconds(300)));
        wakeUps.due(Map.of(LAST, clock.instant().plusMillis(400)));

        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(LAST);
        assertThat(woken).isEmpty();
    }

    @Test
    void aFailureOfOneKeepsNoOtherFromWaking() throws InterruptedException {
        wakeUps.due(Map.of(
                FIRST, clock.instant().minusSeconds(1), SECOND, clock.instant().plusMillis(50)));

        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(FIRST);
        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(SECOND);
    }
}
