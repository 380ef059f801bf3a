package dev.arke.calendar;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A shift with the rotation it belongs to, if it belongs to one, and the names of everybody it tells of. */
public record Explained(Shift shift, Optional<String> rotation, Map<UUID, String> names) {
    public Explained {
        names = Map.copyOf(names);
    }
}
