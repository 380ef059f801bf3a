package dev.arke.engine;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * New ids: UUID version 7 (RFC 9562), each greater than the one before it in this process, even when the clock stands
 * still or runs back: rows written together lie together in the indexes. Safe for many threads.
 */
public final class Ids {
    private static final int COUNTER_LIMIT = 1 << 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long millisecond;
    private int counter;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        long now = clock.millis();
        if (now > millisecond) begin(now);
        else if (++counter == COUNTER_LIMIT) begin(millisecond + 1);
        return new UUID(millisecond << 16 | VERSION | counter, VARIANT | random.nextLong() >>> 2);
    }

    /** The counter starts low, so that a millisecond has room for at least half of its 4096 ids. */
    private void begin(long newMillisecond) {
        millisecond = newMillisecond;
        counter = random.nextInt(COUNTER_LIMIT / 2);
    }
}
