package dev.arke.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock: the host's, corrected by its offset to the database's, never running backwards. Nodes with wrong
 * clocks agree through it. {@link #measure} is called at start and every few seconds.
 */
public final class DatabaseClock implements InstantSource {
    private final InstantSource host = Clock.systemUTC();
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
    private volatile Duration offset = Duration.ZERO;

    /** Takes the offset anew from what the database's clock says now. */
    void measure(InstantSource databaseClock) {
        var before = host.instant();
        var there = databaseClock.instant();
        var here = before.plus(Duration.between(before, host.instant()).dividedBy(2));
        offset = Duration.between(here, there);
    }

    /** How far the host's clock is behind the database's; negative when it is ahead. */
    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        // Both engines keep microseconds; finer ones would make an instant read differ from the instant written.
        var now = host.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
        return latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    }
}
