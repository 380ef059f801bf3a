package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arke.testkit.MovableInstants;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A host whose clock is set, a database whose clock is set, and time that passes all the same. */
final class DatabaseClockTest {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final MovableInstants host = new MovableInstants();
    private final MovableInstants there = new MovableInstants();
    private final AtomicLong nanos = new AtomicLong(-1_000);
    private final DatabaseClock clock = new DatabaseClock(host, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        host.advance(time);
        there.advance(time);
    }

    @Test
    void goesByTheDatabaseAndNotByTheHost() {
        host.advance(Duration.ofHours(-1));
        clock.measure(there);
        assertThat(clock.instant()).isEqualTo(there.instant());
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(1));

        pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(there.instant());
    }

    @Test
    void settingTheHostsClockInBetweenMovesNothing() {
        clock.measure(there);
        for (var step : new Duration[] {Duration.ofHours(1), Duration.ofHours(-2)}) {
            host.advance(step);
            pass(Duration.ofSeconds(1));
            assertThat(clock.instant()).isEqualTo(there.instant());
        }
    }

    @Test
    void followsAtOnceWhenTheDatabaseIsAhead() {
        clock.measure(there);
        there.advance(Duration.ofHours(8));

        clock.measure(there);

        assertThat(clock.instant()).isEqualTo(there.instant());
        assertThat(clock.ahead()).isNegative();
    }

    @Test
    void goesOnAlmostAsFastWhenTheDatabaseWasSetBackAnHour() {
        clock.measure(there);
        var begin = clock.instant();
        there.advance(Duration.ofHours(-1));

        for (int i = 0; i < 12; i++) {
            clock.measure(there);
            pass(EVERY);
        }

        assertThat(Duration.between(begin, clock.instant())).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(60));
        assertThat(clock.ahead()).isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void agreesAgainInTheEnd() {
        clock.measure(there);
        there.advance(Duration.ofSeconds(-2));

        for (int i = 0; i < 6; i++) {
            clock.measure(there);
            pass(EVERY);
        }

        assertThat(clock.instant()).isCloseTo(there.instant(), within(1, ChronoUnit.MILLIS));
    }

    @Test
    void isNotSlowedForGoodWhenTheDatabaseIsAway() {
        clock.measure(there);
        there.advance(Duration.ofHours(-1));
        clock.measure(there);
        var begin = clock.instant();

        pass(Duration.ofHours(1));

        assertThat(Duration.between(begin, clock.instant())).isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void neverRunsBackwards() {
        clock.measure(there);
        var last = Instant.MIN;
        for (int i = 0; i < 200; i++) {
            there.advance(Duration.ofMillis(i % 3 == 0 ? -700 : 300));
            if (i % 5 == 0) clock.measure(there);
            pass(Duration.ofMillis(100));
            assertThat(clock.instant()).isAfterOrEqualTo(last);
            last = clock.instant();
        }
    }
}
