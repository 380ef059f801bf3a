package dev.arke.delivery;

import java.time.Instant;
import java.util.UUID;

/** Whose some claimed rows are until it ends; from then on anybody may claim them. */
public record Lease(UUID id, Instant ends) {
    /** Whether a message that is handed over now has arrived, or failed, before it ends. */
    public boolean leavesTimeToSend(Instant now) {
        return !now.isAfter(ends.minus(TimeLimit.STANDARD.whole()));
    }
}
