package dev.arke.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.engine.health.Measures;
import dev.arke.testkit.MovableInstants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WakeUpsTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID LAST = new UUID(0, 3);

    private static final UUID SLOW = new UUID(0, 4);

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final BlockingQueue<Set<UUID>> groups = new LinkedBlockingQueue<>();
    private final MovableInstants clock = new MovableInstants();
    private final BlockingQueue<UUID> woken = new LinkedBlockingQueue<>();
    private final WakeUps wakeUps = new WakeUps(new Measures(new SimpleMeterRegistry(), clock), clock);

    @BeforeEach
    void start() {
        wakeUps.start(this::escalate);
    }

    private void escalate(Collection<UUID> ids) {
        groups.add(Set.copyOf(ids));
        woken.addAll(ids);
        if (ids.contains(SLOW)) await();
        if (ids.contains(FIRST)) throw new IllegalStateException("as expected by this test");
    }

    private void await() {
        try {
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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

    /** Who comes too early finds nothing due, and the incident waits for the sweep: a second. */
    @Test
    void nobodyIsWokenTooEarlyByAClockThatGoesSlower() throws InterruptedException {
        var begun = clock.instant();
        long nanos = System.nanoTime();
        InstantSource slow = () -> begun.plusNanos((System.nanoTime() - nanos) * 49 / 50);
        var dueAt = IntStream.range(0, 20)
                .boxed()
                .collect(Collectors.toMap(n -> new UUID(1, n), n -> begun.plusMillis(500 + 25L * n)));
        var early = new ConcurrentLinkedQueue<Duration>();
        var all = new CountDownLatch(dueAt.size());
        try (var precise = new WakeUps(new Measures(new SimpleMeterRegistry(), slow), slow)) {
            precise.start(ids -> {
                var now = slow.instant();
                ids.stream()
                        .map(dueAt::get)
                        .filter(now::isBefore)
                        .forEach(due -> early.add(Duration.between(now, due)));
                ids.forEach(id -> all.countDown());
            });
            precise.due(dueAt);
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(early).isEmpty();
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
                FIRST, clock.instant().minusSeconds(1), SECOND, clock.instant().plusMillis(350)));

        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(FIRST);
        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(SECOND);
    }

    @Test
    void howeverManyComeWhileOthersAreEscalatedAreEscalatedTogether() throws InterruptedException {
        wakeUps.due(Map.of(SLOW, clock.instant()));
        assertThat(woken.poll(20, TimeUnit.SECONDS)).isEqualTo(SLOW);
        var many = IntStream.range(100, 350).mapToObj(i -> new UUID(0, i)).collect(Collectors.toSet());
        wakeUps.due(many.stream().collect(Collectors.toMap(id -> id, id -> clock.instant())));
        wakeUps.due(Map.of(LAST, clock.instant().plusMillis(500)));
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (wakeUps.waiting() <= many.size() && System.nanoTime() < end) LockSupport.parkNanos(1_000_000);

        goOn.countDown();

        assertThat(groups.poll(20, TimeUnit.SECONDS)).containsExactly(SLOW);
        assertThat(groups.poll(20, TimeUnit.SECONDS)).hasSize(200);
        assertThat(groups.poll(20, TimeUnit.SECONDS)).hasSize(many.size() + 1 - 200);
    }
}
