package dev.arke.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CheckHealthTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    @Test
    void whatFailsToAnswerSaysWhy() {
        var health = new CheckHealth(List.of(
                Check.essential("good", Optional::empty),
                Check.wanted("bad", () -> Optional.of("no password")),
                Check.essential("failing", () -> {
                    throw new IllegalStateException("the database is in use by another process");
                })));

        var components = health.checkHealth();

        assertThat(components).extracting(Component::name).containsExactly("good", "bad", "failing");
        assertThat(components)
                .extracting(Component::problem)
                .containsExactly(
                        Optional.empty(),
                        Optional.of("no password"),
                        Optional.of("the database is in use by another process"));
        assertThat(components).extracting(Component::blocks).containsExactly(false, false, true);
    }

    @Test
    void whatHangsIsNotWaitedForAndNotAskedTwice() throws InterruptedException {
        var ends = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var asked = new AtomicInteger();
        var health = new CheckHealth(
                List.of(Check.essential("hanging", () -> {
                    asked.incrementAndGet();
                    waitFor(ends);
                    ended.countDown();
                    return Optional.empty();
                })),
                PATIENCE);

        assertThat(health.checkHealth().getFirst().problem()).contains("does not answer within 0 seconds");
        assertThat(health.checkHealth().getFirst().blocks()).isTrue();
        assertThat(asked).hasValue(1);

        ends.countDown();
        ended.await();
        assertThat(health.checkHealth().getFirst().problem()).isEmpty();
    }

    @Test
    void aClockThatIsWrongIsTold() {
        assertThat(new ClockCheck(() -> Duration.ofSeconds(3), () -> Duration.ofSeconds(3)).problem())
                .isEmpty();
        assertThat(new ClockCheck(() -> Duration.ofSeconds(-70), () -> Duration.ZERO)
                        .problem()
                        .orElseThrow())
                .startsWith("this machine's clock is 70 s ahead of the database's");
        assertThat(new ClockCheck(() -> Duration.ZERO, () -> Duration.ofHours(1))
                        .problem()
                        .orElseThrow())
                .contains("was set back", "3600 s ahead");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
