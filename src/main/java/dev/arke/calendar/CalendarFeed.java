package dev.arke.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Shifts that a calendar program reads under a secret address, which is {@code responderId}'s to make and revoke. */
public record CalendarFeed(UUID id, UUID responderId, Subject subject, Instant madeAt) {
    /** Whose shifts: without a team the person's own on all teams, with one the team's, of one duty or of all. */
    public record Subject(Optional<UUID> teamId, Optional<Role.Duty> duty) {
        public static final Subject OWN = new Subject(Optional.empty(), Optional.empty());

        public Subject {
            if (teamId.isEmpty() && duty.isPresent()) throw new IllegalArgumentException("a duty is of a team");
        }
    }
}
