package dev.arke.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What somebody changed on a team's calendar; {@code actor}: as {@link dev.arke.responder.Actor#word} writes it. */
public record CalendarChange(
        UUID id, UUID teamId, String actor, Instant madeAt, ShiftDiff diff, Optional<Instant> undoneAt) {
    /** Enough of the id to tell a person's changes apart, for a button's line. */
    public String token() {
        var text = id.toString();
        return text.substring(text.length() - 12);
    }
}
