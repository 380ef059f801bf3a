package dev.arke.calendar;

import java.time.Instant;
import java.util.UUID;

/** A shift and when it was last written, as feeds tell calendar programs that they should take it anew. */
public record PublishedShift(Shift shift, Instant changedAt) {
    private static final int TIME_BITS_BEHIND = 16;

    /**
     * The seconds from when the shift was first made to its last change: never falls, 0 for one that never changed, and
     * nobody has to count (SEQUENCE, RFC 5545 3.8.7.4).
     */
    public int sequence() {
        var seconds = changedAt.getEpochSecond() - madeAt(shift.id()).getEpochSecond();
        return Math.clamp(seconds, 0, Integer.MAX_VALUE);
    }

    /** An id of version 7 begins with the milliseconds of its making (RFC 9562). */
    static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_BITS_BEHIND);
    }
}
