package dev.arke.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is on call in a team at an instant. {@code service}: the service of the team that was asked for, if one was;
 * {@code names}: of everybody who is in {@code duties}.
 */
public record TeamOnCall(
        String team, Optional<String> service, Instant at, List<OnCall> duties, Map<UUID, String> names) {
    public TeamOnCall {
        duties = List.copyOf(duties);
        names = Map.copyOf(names);
    }
}
