package dev.arke.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.engine.health.Measures;
import dev.arke.engine.health.Tick;
import dev.arke.testkit.MovableInstants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PeriodicJobsTest {
    private final MovableInstants clock = new MovableInstants();
    private final Measures measures = new Measures(new SimpleMeterRegistry(), clock);

    @Test
    void ticksComeAgainAndAgainThoughOneHangsAndOneFails() throws InterruptedException {
        var hanging = new CountDownLatch(1);
        var hangs = new AtomicInteger();
        var failures = new CountDownLatch(3);
        var sweeps = new CountDownLatch(3);
        var jobs = new PeriodicJobs(List.of(
                every("hanging", () -> {
                    hangs.incrementAndGet();
                    waitFor(hanging);
                }),
                every("failing", () -> {
                    failures.countDown();
                    throw new IllegalStateException("as expected by this test");
                }),
                every("sweep", sweeps::countDown)));

        try (jobs) {
            jobs.start();

            assertThat(sweeps.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(failures.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(hangs).hasValue(1);
            hanging.countDown();
        }
    }

    @Test
    void revivedTicksComeAtOnceThoughTheirTimeIsFarAway() throws InterruptedException {
        var runs = new Semaphore(0);
        var tick = new Tick("sweep", runs::release, measures, clock);

        try (var jobs = new PeriodicJobs(List.of(new PeriodicJobs.Every(Duration.ofHours(1), tick)))) {
            jobs.start();
            assertThat(runs.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

            jobs.revive();

            assertThat(runs.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private PeriodicJobs.Every every(String name, Runnable work) {
        return new PeriodicJobs.Every(Duration.ofMillis(20), new Tick(name, work, measures, clock));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
