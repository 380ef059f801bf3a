package dev.arke.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The one clock: the database's, measured at start and every few seconds, and carried on in between by a counter that
 * nobody can set. So nodes whose clocks are wrong agree, and setting a host's clock hurries or delays no page. When the
 * database's own clock is ahead, this one follows at once (a machine that slept has pages overdue); when it was set back,
 * this one goes on, a little slower, until both agree: whatever waits is not late by the difference.
 */
public final class DatabaseClock implements InstantSource {
    /** How long a measurement counts for the speed: about until the next one. */
    private static final Duration SPAN = Duration.ofSeconds(5);

    private static final double SLOWEST = 0.9;

    private final InstantSource host;
    private final LongSupplier nanos;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
    private volatile Anchor anchor;
    private volatile Duration offset = Duration.ZERO;
    private volatile Duration ahead = Duration.ZERO;

    public DatabaseClock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    /** {@code nanos} counts up evenly, from anywhere. */
    DatabaseClock(InstantSource host, LongSupplier nanos) {
        this.host = host;
        this.nanos = nanos;
        this.anchor = new Anchor(nanos.getAsLong(), host.instant(), 1);
    }

    /** It was {@code at} when the counter stood at {@code nanos}; from there it goes at {@code speed} for a while. */
    private record Anchor(long nanos, Instant at, double speed) {
        Instant at(long later) {
            long since = later - nanos;
            long slow = Math.min(since, SPAN.toNanos());
            return at.plusNanos((long) (slow * speed) + since - slow);
        }
    }

    /** Takes what the database's clock says now. */
    void measure(InstantSource databaseClock) {
        long before = nanos.getAsLong();
        var there = databaseClock.instant();
        long middle = before + (nanos.getAsLong() - before) / 2;
        offset = Duration.between(host.instant(), there);
        var here = anchor.at(middle);
        ahead = Duration.between(there, here);
        anchor = ahead.isPositive() ? new Anchor(middle, here, speed(ahead)) : new Anchor(middle, there, 1);
    }

    private static double speed(Duration ahead) {
        return Math.max(SLOWEST, 1 - (double) ahead.toNanos() / SPAN.toNanos());
    }

    /** How far the host's clock is behind the database's; negative when it is ahead. */
    public Duration offset() {
        return offset;
    }

    /** How far this clock still is ahead of the database's, which was set back; otherwise next to nothing. */
    public Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        // Both engines keep microseconds; finer ones would make an instant read differ from the instant written.
        var now = anchor.at(nanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
        return latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    }
}
