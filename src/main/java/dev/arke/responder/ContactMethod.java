package dev.arke.responder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One address of a responder. {@code position} is the person's order of preference, from 0. A method is dead from
 * {@code deadAt} on: its carrier said for good that nobody is there. {@code own}: the person added it; until it is {@code verified} no page goes
 * there.
 */
public record ContactMethod(
        UUID id,
        UUID responderId,
        ContactKind kind,
        String address,
        int position,
        Optional<Instant> deadAt,
        boolean own,
        boolean verified) {
    /** One of the team file's, which needs no proof. */
    public ContactMethod(
            UUID id, UUID responderId, ContactKind kind, String address, int position, Optional<Instant> deadAt) {
        this(id, responderId, kind, address, position, deadAt, false, true);
    }

    /** The same, after its owner has shown that they read what is sent there. */
    public ContactMethod proved() {
        return new ContactMethod(id, responderId, kind, address, position, deadAt, own, true);
    }

    public boolean isAlive() {
        return deadAt.isEmpty();
    }

    @Override
    public String toString() {
        return kind.word() + " of " + responderId;
    }
}
