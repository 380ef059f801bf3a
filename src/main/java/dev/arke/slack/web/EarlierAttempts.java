package dev.arke.slack.web;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which deliveries may have left a message behind already, so that it is worth looking for: those whose last attempt
 * here broke off, and, for attempts that another process made before it was killed, those planned longer ago than a lease
 * could have ended, or before this process began. When a delivery was planned is in its id (UUID version 7, RFC 9562).
 */
final class EarlierAttempts {
    private static final Duration SHORTER_THAN_A_LEASE = Duration.ofSeconds(25);
    private static final int MOST = 10_000;
    private static final int TIME_OF_VERSION_7 = 16;

    private final Set<UUID> brokenOff = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;
    private final Instant began;

    EarlierAttempts(InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
    }

    boolean mayHaveLeft(UUID delivery) {
        if (brokenOff.contains(delivery)) return true;
        if (delivery.version() != 7) return false;
        var planned = Instant.ofEpochMilli(delivery.getMostSignificantBits() >>> TIME_OF_VERSION_7);
        return planned.isBefore(began) || planned.plus(SHORTER_THAN_A_LEASE).isBefore(clock.instant());
    }

    void ended(UUID delivery, Outcome outcome) {
        boolean isOpen = outcome instanceof Outcome.Again again && again.reason() != FailureReason.RATE_LIMITED;
        if (!isOpen) {
            brokenOff.remove(delivery);
            return;
        }
        // Those that are given up are never heard of again. Forgetting costs no more than a second message.
        if (brokenOff.size() >= MOST) brokenOff.clear();
        brokenOff.add(delivery);
    }
}
