package dev.arke.calendar;

import java.util.Optional;
import java.util.UUID;

/** One person in one role of a team for one interval; without a person it is a gap that a rotation could not fill. */
public record Shift(
        UUID id, UUID teamId, Role role, Optional<UUID> responder, Interval interval, Provenance provenance) {
    public boolean isGap() {
        return responder.isEmpty();
    }

    boolean isOf(UUID responderId) {
        return responder.isPresent() && responder.get().equals(responderId);
    }

    Shift during(Interval other) {
        return new Shift(id, teamId, role, responder, other, provenance);
    }

    Shift as(UUID otherId) {
        return new Shift(otherId, teamId, role, responder, interval, provenance);
    }

    Shift withResponder(Optional<UUID> other) {
        return new Shift(id, teamId, role, other, interval, provenance);
    }
}
