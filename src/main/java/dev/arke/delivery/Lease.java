package dev.arke.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Whose some claimed rows are until it ends; from then on anybody may claim them. */
public record Lease(UUID id, Instant ends) {
    /**
     * Most carriers answer within a second. One that takes longer may be asked twice; were the longest time of all asked for, what a
     * slow database makes ready late would never go.
     */
    private static final Duration TO_SEND = Duration.ofSeconds(5);

    /** Whether a message that is handed over now will probably have arrived, or failed, before it ends. */
    public boolean leavesTimeToSend(Instant now) {
        return !now.isAfter(ends.minus(TO_SEND));
    }
}
