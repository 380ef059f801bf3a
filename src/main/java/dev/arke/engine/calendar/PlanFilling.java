package dev.arke.engine.calendar;

import dev.arke.calendar.Filling;
import dev.arke.calendar.Filling.Filled;
import dev.arke.calendar.FillingStore;
import dev.arke.calendar.History;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Refilling;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a filling would change, by the rows as they are. Changes nothing. Inside a unit. */
final class PlanFilling {
    private final CalendarUseCases.Needs needs;

    PlanFilling(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    ShiftDiff fill(Rotation rotation, Instant now) {
        return by(Filling::of, rotation, needs.filling().of(rotation, now), now);
    }

    /** Of rotations of as many teams: what one plans would hinder another of the same. */
    Map<Rotation, Filled> fill(Collection<Rotation> rotations, Instant now) {
        if (rotations.isEmpty()) return Map.of();
        var filled = new LinkedHashMap<Rotation, Filled>();
        var again = new ArrayList<Rotation>();
        needs.filling().outlines(rotations, now).forEach((rotation, known) -> {
            var outline = filled(rotation, known, now);
            filled.put(rotation, outline);
            if (!outline.diff().isEmpty() && !known.own().isEmpty()) again.add(rotation);
        });
        if (!again.isEmpty())
            needs.filling()
                    .of(again, now)
                    .forEach((rotation, known) -> filled.put(rotation, filled(rotation, known, now)));
        return filled;
    }

    private Filled filled(Rotation rotation, FillingStore.Known known, Instant now) {
        return Filling.filled(
                rotation, known.own(), known.elsewhere(), known.helped(), known.history(), needs.ids()::next, now);
    }

    ShiftDiff refill(Rotation rotation, Instant now) {
        return by(Refilling::of, rotation, needs.filling().of(rotation, now), now);
    }

    private ShiftDiff by(Rule rule, Rotation rotation, FillingStore.Known known, Instant now) {
        return rule.of(
                rotation, known.own(), known.elsewhere(), known.helped(), known.history(), needs.ids()::next, now);
    }

    private interface Rule {
        ShiftDiff of(
                Rotation rotation,
                List<Shift> own,
                List<Shift> elsewhere,
                Optional<List<Interval>> helped,
                History history,
                Supplier<UUID> ids,
                Instant now);
    }

    /** The rotation's shifts as they would be after the difference, in order of time, of those that are not over. */
    List<Shift> after(Rotation rotation, ShiftDiff diff, Instant now) {
        var gone = Stream.concat(diff.removed().stream(), diff.moved().stream().map(ShiftDiff.Move::before))
                .toList();
        var present = needs.shifts().ofRotation(rotation.id(), now).stream().filter(shift -> !gone.contains(shift));
        return Stream.of(present, diff.added().stream(), diff.moved().stream().map(ShiftDiff.Move::after))
                .flatMap(shifts -> shifts)
                .filter(shift -> shift.interval().end().isAfter(now))
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .toList();
    }
}
