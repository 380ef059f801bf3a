package dev.arke.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A rotation's planned shifts that are still to come, chosen anew as if nobody had them: what a person changed stays, and
 * so does whoever stands now. A shift that falls to the same person keeps its row.
 */
public final class Refilling {
    private Refilling() {}

    /** The same things as {@link Filling#of} takes. */
    public static ShiftDiff of(
            Rotation rotation,
            List<Shift> own,
            List<Shift> elsewhere,
            Optional<List<Interval>> helped,
            History history,
            Supplier<UUID> ids,
            Instant now) {
        var coming = new ArrayList<>(toCome(own, now));
        var rest = own.stream().filter(shift -> !coming.contains(shift)).toList();
        var fresh = Filling.of(rotation, rest, elsewhere, helped, history, ids, now);
        var added = new ArrayList<Shift>();
        var moved = new ArrayList<>(fresh.moved());
        for (var shift : fresh.added()) {
            var before = coming.stream()
                    .filter(other -> other.interval().equals(shift.interval()))
                    .findFirst();
            before.ifPresent(coming::remove);
            if (before.isEmpty()) added.add(shift);
            else if (!before.get().responder().equals(shift.responder()))
                moved.add(new ShiftDiff.Move(before.get(), shift.as(before.get().id())));
        }
        return new ShiftDiff(added, moved, coming);
    }

    /** What is planned and has not begun. */
    public static List<Shift> toCome(List<Shift> own, Instant now) {
        return own.stream()
                .filter(shift -> shift.provenance() instanceof Provenance.Planned)
                .filter(shift -> !shift.interval().start().isBefore(now))
                .toList();
    }
}
