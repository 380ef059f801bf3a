package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a feed tells a calendar program. Names of people and teams, and nothing of how somebody is reached. {@code ofTeam}:
 * it is a team's and not the reader's own.
 */
public record PublishedFeed(String title, boolean ofTeam, List<Event> events) {
    /** A shift; without a person a gap. {@code sequence} and {@code changedAt} say when the program must take it anew. */
    public record Event(
            UUID id,
            String team,
            Role.Duty duty,
            Optional<String> person,
            Optional<String> insteadOf,
            Interval interval,
            Instant changedAt,
            int sequence) {}

    public PublishedFeed {
        events = List.copyOf(events);
    }
}
