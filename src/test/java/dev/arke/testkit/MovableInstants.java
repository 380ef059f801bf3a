package dev.arke.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a test: it stands still until the test moves it. Safe to read from other threads. */
public final class MovableInstants implements InstantSource {
    /** A Monday in winter, 10:00 in Paris: working hours, and far from any change to or from summer time. */
    public static final Instant START = Instant.parse("2026-01-12T09:00:00Z");

    private volatile Instant now;

    public MovableInstants() {
        this(START);
    }

    public MovableInstants(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock by {@code step}; a negative one turns it back. */
    public synchronized Instant advance(Duration step) {
        now = now.plus(step);
        return now;
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }
}
