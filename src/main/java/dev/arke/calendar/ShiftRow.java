package dev.arke.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A shift without nesting, as JSON keeps it. */
record ShiftRow(
        UUID id,
        UUID teamId,
        String role,
        Optional<UUID> responder,
        Instant start,
        Instant end,
        boolean edited,
        Optional<Provenance.Planned> place,
        Optional<UUID> insteadOf,
        Optional<UUID> change,
        Optional<UUID> link,
        Optional<Reason> reason) {
    static ShiftRow of(Shift shift) {
        var edited = shift.provenance() instanceof Provenance.Edited one
                ? Optional.of(one)
                : Optional.<Provenance.Edited>empty();
        return new ShiftRow(
                shift.id(),
                shift.teamId(),
                shift.role().word(),
                shift.responder(),
                shift.interval().start(),
                shift.interval().end(),
                edited.isPresent(),
                shift.provenance().place(),
                edited.flatMap(Provenance.Edited::insteadOf),
                edited.flatMap(Provenance.Edited::change),
                shift.provenance().link(),
                shift.reason());
    }

    Shift shift() {
        return new Shift(
                id,
                teamId,
                Role.parse(role).orElseThrow(),
                responder,
                new Interval(start, end),
                edited ? new Provenance.Edited(place, insteadOf, change, link) : place.orElseThrow(),
                reason);
    }
}
