package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChangeStore;
import dev.arke.calendar.Explained;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.StoredRotation;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Says of the shifts of a team at an instant who planned them and why so. */
public final class ExplainShift {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final RotationStore rotations;
    private final ShiftStore shifts;
    private final CalendarChangeStore changes;

    ExplainShift(CalendarUseCases.Needs needs) {
        transactions = needs.transactions();
        directory = needs.directory();
        rotations = needs.rotations();
        shifts = needs.shifts();
        changes = needs.changes();
    }

    /** The shifts of this duty, or of all, in the order of duties. */
    public List<Explained> explain(UUID teamId, Optional<Role.Duty> duty, Instant at) {
        return transactions.read(() -> {
            var names = new HashMap<UUID, String>();
            for (var stored : rotations.ofTeam(teamId))
                names.put(stored.rotation().id(), stored.rotation().name());
            return shifts.ofTeam(teamId, at).stream()
                    .filter(shift -> shift.interval().contains(at))
                    .filter(shift -> shift.role() instanceof Role.Duty role
                            && duty.map(role::equals).orElse(true))
                    .sorted((one, other) -> Role.Duty.ORDER.compare((Role.Duty) one.role(), (Role.Duty) other.role()))
                    .map(shift -> explained(shift, names))
                    .toList();
        });
    }

    private Explained explained(Shift shift, Map<UUID, String> rotations) {
        var place = shift.provenance().place();
        var change = edited(shift).flatMap(Provenance.Edited::change);
        return new Explained(
                shift,
                place.map(planned -> rotations.getOrDefault(planned.rotationId(), "")),
                change.flatMap(
                        id -> Optional.ofNullable(changes.byId(List.of(id)).get(id))),
                names(shift));
    }

    private static Optional<Provenance.Edited> edited(Shift shift) {
        return shift.provenance() instanceof Provenance.Edited edited ? Optional.of(edited) : Optional.empty();
    }

    private Map<UUID, String> names(Shift shift) {
        Directory current = directory.current();
        var names = new HashMap<UUID, String>();
        shift.responder().ifPresent(id -> names.put(id, current.responder(id).name()));
        edited(shift)
                .flatMap(Provenance.Edited::insteadOf)
                .ifPresent(id -> names.put(id, current.responder(id).name()));
        shift.reason().ifPresent(reason -> {
            reason.after().ifPresent(id -> names.put(id, current.responder(id).name()));
            reason.passedOver()
                    .forEach(one -> names.put(
                            one.responder(), current.responder(one.responder()).name()));
        });
        return names;
    }

    /** A team's rotations by name. */
    public List<Rotation> rotations(UUID teamId) {
        return transactions.read(() -> rotations.ofTeam(teamId)).stream()
                .map(StoredRotation::rotation)
                .toList();
    }
}
