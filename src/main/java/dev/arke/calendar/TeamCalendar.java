package dev.arke.calendar;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A team's shifts in a time, gaps and its people's absences on any team among them; {@code names} are of all in them, {@code
 * shown} those of the other teams of which it shows duties.
 */
public record TeamCalendar(
        String team, Interval during, List<Shift> shifts, Map<UUID, String> names, Map<UUID, String> shown) {
    public TeamCalendar {
        shifts = List.copyOf(shifts);
        names = Map.copyOf(names);
        shown = Map.copyOf(shown);
    }
}
