package dev.arke.calendar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person in one role of a team for one interval; without a person it is a gap that a rotation could not fill.
 * {@code reason}: why a filling chose so.
 */
public record Shift(
        UUID id,
        UUID teamId,
        Role role,
        Optional<UUID> responder,
        Interval interval,
        Provenance provenance,
        Optional<Reason> reason) {
    public Shift(UUID id, UUID teamId, Role role, Optional<UUID> responder, Interval interval, Provenance provenance) {
        this(id, teamId, role, responder, interval, provenance, Optional.empty());
    }

    public boolean isGap() {
        return responder.isEmpty();
    }

    public boolean isOf(UUID responderId) {
        return responder.isPresent() && responder.get().equals(responderId);
    }

    public Shift during(Interval other) {
        return new Shift(id, teamId, role, responder, other, provenance, reason);
    }

    /** Another one once it has another person, time or change: what somebody saw of it can be compared. */
    public String version() {
        var change = provenance instanceof Provenance.Edited edited ? edited.change() : Optional.<UUID>empty();
        var all = responder + " " + interval + " " + change;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Equal for what somebody linked, and for the pieces of one occurrence: they are one turn. */
    public Object turn() {
        return Optional.<Object>empty()
                .or(provenance::link)
                .or(() -> provenance.place().map(place -> List.of(place.rotationId(), place.occurrence())))
                .orElse(id);
    }

    /** One person's pieces of one turn. */
    public boolean isLinkedWith(Shift other) {
        return role.equals(other.role) && responder.equals(other.responder) && turn().equals(other.turn());
    }

    Shift as(UUID otherId) {
        return new Shift(otherId, teamId, role, responder, interval, provenance, reason);
    }

    Shift because(Optional<Reason> other) {
        return new Shift(id, teamId, role, responder, interval, provenance, other);
    }

    Shift from(Provenance other) {
        return new Shift(id, teamId, role, responder, interval, other, reason);
    }

    Shift withResponder(Optional<UUID> other) {
        return new Shift(id, teamId, role, other, interval, provenance, reason);
    }
}
