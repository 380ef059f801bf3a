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
import dev.arke.responder.Roster;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says of the shifts of a team at an instant who planned them and why so. */
public final class ExplainShift {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final RotationStore rotations;
    private final ShiftStore shifts;
    private final CalendarChangeStore changes;
    private final InstantSource clock;

    ExplainShift(CalendarUseCases.Needs needs) {
        transactions = needs.transactions();
        directory = needs.directory();
        rotations = needs.rotations();
        shifts = needs.shifts();
        changes = needs.changes();
        clock = needs.clock();
    }

    /** The shifts of this duty, or of all, in the order of duties. */
    public List<Explained> explain(UUID teamId, Optional<Role.Duty> duty, Instant at) {
        return transactions.read(() -> {
            var names = new HashMap<UUID, String>();
            for (var stored : rotations.ofTeam(teamId))
                names.put(stored.rotation().id(), stored.rotation().name());
            var there = shifts.ofTeam(teamId, at).stream()
                    .filter(shift -> shift.interval().contains(at))
                    .filter(shift -> shift.role() instanceof Role.Duty role
                            && duty.map(role::equals).orElse(true))
                    .sorted((one, other) -> Role.Duty.ORDER.compare((Role.Duty) one.role(), (Role.Duty) other.role()))
                    .toList();
            var made = changes.byId(there.stream()
                    .flatMap(shift -> change(shift).stream())
                    .distinct()
                    .toList());
            var known = directory.current();
            return there.stream()
                    .map(shift -> new Explained(
                            shift,
                            shift.provenance().place().map(planned -> names.getOrDefault(planned.rotationId(), "")),
                            change(shift).flatMap(id -> Optional.ofNullable(made.get(id))),
                            names(shift, known)))
                    .toList();
        });
    }

    private static Optional<UUID> change(Shift shift) {
        return edited(shift).flatMap(Provenance.Edited::change);
    }

    private static Optional<Provenance.Edited> edited(Shift shift) {
        return shift.provenance() instanceof Provenance.Edited edited ? Optional.of(edited) : Optional.empty();
    }

    /** Of everybody whom the explanation of a shift names. */
    private static Map<UUID, String> names(Shift shift, Directory known) {
        var people = new HashSet<UUID>();
        shift.responder().ifPresent(people::add);
        edited(shift).flatMap(Provenance.Edited::insteadOf).ifPresent(people::add);
        shift.reason().ifPresent(reason -> {
            reason.after().ifPresent(people::add);
            reason.passedOver().forEach(one -> people.add(one.responder()));
        });
        return people.stream()
                .collect(Collectors.toMap(id -> id, id -> known.responder(id).name()));
    }

    /** A rotation with what it plans. {@code isFileOwned}: the team file made it and chat may not change it. */
    public record Found(ChangeRotations.Named named, boolean isFileOwned, List<Shift> coming) {}

    /** A team's rotation of that name in any case. */
    public Optional<Found> rotation(UUID teamId, String name) {
        return transactions.read(() -> rotations.ofTeam(teamId).stream()
                .filter(stored -> stored.rotation().name().strip().equalsIgnoreCase(name.strip()))
                .findFirst()
                .map(stored -> {
                    var roster = directory.current().team(teamId).rosters().stream()
                            .filter(one -> one.id().equals(stored.rosterId()))
                            .map(Roster::name)
                            .findFirst()
                            .orElse("");
                    var now = clock.instant();
                    var coming = shifts.ofRotation(stored.rotation().id(), now).stream()
                            .filter(shift -> shift.interval().end().isAfter(now))
                            .toList();
                    return new Found(new ChangeRotations.Named(stored.rotation(), roster), stored.fileOwned(), coming);
                }));
    }

    /** A team's rotations by name. */
    public List<Rotation> rotations(UUID teamId) {
        return transactions.read(() -> rotations.ofTeam(teamId)).stream()
                .map(StoredRotation::rotation)
                .toList();
    }
}
