package dev.arke.responder;

import java.util.List;
import java.util.UUID;

/** An ordered pool of people of a team, from which rotations are filled. */
public record Roster(UUID id, String name, List<Entry> entries) {
    public Roster {
        entries = List.copyOf(entries);
    }

    /** Somebody in the roster; out of rotation, they are passed over when it is filled. */
    public record Entry(UUID responderId, boolean inRotation) {}
}
