package dev.arke.responder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One address of a responder. {@code position} is the person's order of preference, from 0. A method is dead from
 * {@code deadAt} on: its carrier said for good that nobody is there.
 */
public record ContactMethod(
        UUID id, UUID responderId, ContactKind kind, String address, int position, Optional<Instant> deadAt) {
    public boolean isAlive() {
        return deadAt.isEmpty();
    }

    @Override
    public String toString() {
        return kind.word() + " of " + responderId;
    }
}
