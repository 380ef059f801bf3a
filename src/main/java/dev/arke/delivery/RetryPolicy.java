package dev.arke.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When a failed delivery is tried again: after {@code first}, then twice as long each time, at most {@code longest}, each
 * a fifth more or less so that a carrier that comes back is not run over; not any more once it has failed for {@code
 * patience}. Pure: the jitter follows from the delivery's id.
 */
public record RetryPolicy(Duration first, Duration longest, Duration patience) {
    static final RetryPolicy PAGES =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofHours(1));
    static final RetryPolicy OTHERS =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(24));

    private static final int PARTS = 1000;

    /** The policy of a row, as it stands. */
    public static RetryPolicy of(Delivery delivery) {
        return delivery.lane() == 0 ? PAGES : OTHERS;
    }

    /**
     * The next attempt, {@code after} from now at the earliest as the carrier asked; empty when it is not worth another.
     * {@code before}: what had gone wrong before this failure.
     */
    public Optional<Instant> next(UUID deliveryId, Trouble before, Duration after, Instant now) {
        var pause = jittered(backoff(before.attempts()), deliveryId, before.attempts());
        var next = now.plus(pause.compareTo(after) < 0 ? after : pause);
        var last = before.since().orElse(now).plus(patience);
        return next.isAfter(last) ? Optional.empty() : Optional.of(next);
    }

    private Duration backoff(int attempts) {
        var pause = first;
        for (int i = 0; i < attempts && pause.compareTo(longest) < 0; i++) pause = pause.multipliedBy(2);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private static Duration jittered(Duration pause, UUID id, int attempts) {
        long mixed = (id.getLeastSignificantBits() ^ id.getMostSignificantBits() + attempts) * 0x9E37_79B9_7F4A_7C15L;
        long part = Math.floorMod(mixed >>> 32, PARTS);
        return pause.multipliedBy(4 * PARTS / 5 + 2 * part / 5).dividedBy(PARTS);
    }
}
