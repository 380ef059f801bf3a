package dev.arke.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is on call in a team at an instant. {@code service}: the service of the team that was asked for, if one was;
 * {@code names}: of everybody who is in {@code duties}; {@code shown}: duties of other teams that this one shows, each by
 * itself; {@code pager}: the number that goes with the primary's duty.
 */
public record TeamOnCall(
        String team,
        Optional<String> service,
        Instant at,
        List<OnCall> duties,
        Map<UUID, String> names,
        List<TeamOnCall> shown,
        Optional<String> pager) {
    /** A team that shows only itself. */
    public TeamOnCall(String team, Optional<String> service, Instant at, List<OnCall> duties, Map<UUID, String> names) {
        this(team, service, at, duties, names, List.of(), Optional.empty());
    }

    public TeamOnCall {
        shown = List.copyOf(shown);
        duties = List.copyOf(duties);
        names = Map.copyOf(names);
    }
}
