package dev.arke.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a change of a calendar back, from now on: what of it is past stays. Only while nothing else has touched it. */
public final class Undoing {
    private final Supplier<UUID> ids;
    private final Instant now;

    private final List<Shift> added = new ArrayList<>();
    private final List<ShiftDiff.Move> moved = new ArrayList<>();
    private final List<Shift> removed = new ArrayList<>();

    private Undoing(Supplier<UUID> ids, Instant now) {
        this.ids = ids;
        this.now = now;
    }

    /** What comes of it. */
    public sealed interface Result {
        record Done(ShiftDiff diff) implements Result {}

        /** One of the shifts is not any more as the change left it. */
        record ChangedSince() implements Result {}

        record Past() implements Result {}
    }

    /** {@code present}: the shifts that the change added or moved, as they are now, by id. */
    public static Result of(ShiftDiff change, Map<UUID, Shift> present, Supplier<UUID> ids, Instant now) {
        var asLeft = change.added().stream().allMatch(shift -> shift.equals(present.get(shift.id())))
                && change.moved().stream()
                        .allMatch(move ->
                                move.after().equals(present.get(move.after().id())));
        if (!asLeft) return new Result.ChangedSince();
        var diff = new Undoing(ids, now.truncatedTo(ChronoUnit.SECONDS)).back(change);
        return diff.isEmpty() ? new Result.Past() : new Result.Done(diff);
    }

    private ShiftDiff back(ShiftDiff change) {
        change.added().forEach(this::end);
        change.moved().forEach(move -> back(move.before(), move.after()));
        for (var shift : change.removed()) rest(shift).ifPresent(rest -> added.add(shift.during(rest)));
        return new ShiftDiff(added, moved, removed);
    }

    /** What it had put there goes, as far as it is to come. */
    private void end(Shift shift) {
        if (!shift.interval().start().isBefore(now)) removed.add(shift);
        else if (shift.interval().end().isAfter(now)) moveTo(shift, shift.during(untilNow(shift)));
    }

    private void back(Shift before, Shift after) {
        var rest = rest(before);
        if (!after.interval().start().isBefore(now)) {
            rest.ifPresentOrElse(time -> moveTo(after, before.during(time)), () -> removed.add(after));
        } else if (after.interval().end().isAfter(now) && after.responder().equals(before.responder())) {
            moveTo(
                    after,
                    after.during(new Interval(
                            after.interval().start(), before.interval().end())));
        } else {
            end(after);
            rest.ifPresent(time -> added.add(before.during(time).as(ids.get())));
        }
    }

    private void moveTo(Shift shift, Shift other) {
        moved.add(new ShiftDiff.Move(shift, other));
    }

    private Interval untilNow(Shift shift) {
        return new Interval(shift.interval().start(), now);
    }

    private Optional<Interval> rest(Shift shift) {
        return shift.interval().from(now);
    }
}
