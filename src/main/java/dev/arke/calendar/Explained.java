package dev.arke.calendar;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A shift with the rotation it belongs to and the change that put it there, if there are such, and the names of everybody
 * it tells of.
 */
public record Explained(
        Shift shift, Optional<String> rotation, Optional<CalendarChange> change, Map<UUID, String> names) {
    public Explained {
        names = Map.copyOf(names);
    }
}
