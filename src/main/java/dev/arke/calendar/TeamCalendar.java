package dev.arke.calendar;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A team's shifts in a time, gaps and its people's absences on any team among them; {@code names} are of all in them. */
public record TeamCalendar(String team, Interval during, List<Shift> shifts, Map<UUID, String> names) {
    public TeamCalendar {
        shifts = List.copyOf(shifts);
        names = Map.copyOf(names);
    }
}
