package dev.arke.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody says about a rotation, field by field: what is left out stays as it is. */
public record RotationChange(
        Optional<Role.Duty> duty,
        Optional<String> roster,
        Optional<Cadence> cadence,
        Optional<LocalDateTime> anchor,
        Optional<ZoneId> zone,
        Optional<List<WeeklyWindow>> windows,
        Optional<Strategy> strategy,
        Optional<Duration> horizon,
        Optional<Active> active) {
    /** Between which dates a rotation is active; always where there are none. */
    public record Active(Optional<LocalDate> from, Optional<LocalDate> until) {}

    /** What a rotation cannot do without and is not said, in the order in which one says it. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (duty.isEmpty()) missing.add("role");
        if (roster.isEmpty()) missing.add("roster");
        if (cadence.isEmpty()) missing.add("every");
        if (anchor.isEmpty()) missing.add("starting");
        return List.copyOf(missing);
    }

    /** A new rotation, of which nothing is missing; {@code people} are those of its roster who take turns. */
    public Rotation make(UUID id, String name, UUID teamId, List<UUID> people, ZoneId teamZone) {
        var fresh = new Rotation(
                id,
                name,
                new TeamRole(teamId, duty.orElseThrow()),
                people,
                Recurrence.of(anchor.orElseThrow(), cadence.orElseThrow(), zone.orElse(teamZone)),
                Strategy.ROUND_ROBIN,
                Rotation.DEFAULT_HORIZON);
        return on(fresh, people);
    }

    /** The rotation as it is then. */
    public Rotation on(Rotation present, List<UUID> people) {
        var when = present.recurrence();
        return new Rotation(
                present.id(),
                present.name(),
                new TeamRole(
                        present.fills().teamId(), duty.orElse(present.fills().duty())),
                people,
                new Recurrence(
                        anchor.orElse(when.anchor()),
                        cadence.orElse(when.cadence()),
                        zone.orElse(when.zone()),
                        windows.orElse(when.windows()),
                        active.map(Active::from).orElse(when.activeFrom()),
                        active.map(Active::until).orElse(when.activeUntil())),
                strategy.orElse(present.strategy()),
                horizon.orElse(present.horizon()),
                present.helping(),
                present.paused());
    }
}
