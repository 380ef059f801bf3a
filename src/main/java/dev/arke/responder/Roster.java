package dev.arke.responder;

import java.util.List;
import java.util.UUID;

/**
 * An ordered pool of people of a team, from which rotations are filled. {@code fileOwned}: the team file says who is in
 * it, and chat may only say who takes turns at present.
 */
public record Roster(UUID id, String name, List<Entry> entries, boolean fileOwned) {
    /** One of the team file. */
    public Roster(UUID id, String name, List<Entry> entries) {
        this(id, name, entries, true);
    }

    public Roster {
        entries = List.copyOf(entries);
    }

    /** Somebody in the roster; out of rotation, they are passed over when it is filled. */
    public record Entry(UUID responderId, boolean inRotation) {}
}
