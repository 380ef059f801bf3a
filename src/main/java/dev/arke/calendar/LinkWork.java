package dev.arke.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shifts of one person and duty linked by hand, so that they move together as one turn; and turns that fall apart again. */
public final class LinkWork {
    private LinkWork() {}

    /** What comes of it; {@code shifts} are as they are then, in order of time. */
    public sealed interface Result {
        record Done(ShiftDiff diff, List<Shift> shifts) implements Result {}

        /** They move together already, or each alone. */
        record Same(List<Shift> shifts) implements Result {}

        /** One alone is linked with nothing. */
        record TooFew(List<Shift> shifts) implements Result {}
    }

    /** {@code shifts}: of one person in one duty, with all that is linked with them. What is over stays as it was. */
    public static Result link(Collection<Shift> shifts, UUID change, UUID link, Instant now) {
        var toCome = toCome(shifts, now);
        if (toCome.size() < 2) return new Result.TooFew(toCome);
        if (toCome.stream().map(Shift::turn).distinct().count() == 1) return new Result.Same(toCome);
        return done(toCome, change, Optional.of(link));
    }

    /** {@code turn}: all pieces of one. */
    public static Result unlink(Collection<Shift> turn, UUID change, Instant now) {
        var toCome = toCome(turn, now);
        return toCome.size() < 2 ? new Result.Same(toCome) : done(toCome, change, Optional.empty());
    }

    private static List<Shift> toCome(Collection<Shift> shifts, Instant now) {
        return shifts.stream()
                .filter(shift -> shift.interval().end().isAfter(now))
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .toList();
    }

    private static Result done(List<Shift> shifts, UUID change, Optional<UUID> link) {
        var moves = new ArrayList<ShiftDiff.Move>();
        for (var shift : shifts) {
            var insteadOf = shift.provenance() instanceof Provenance.Edited edited
                    ? edited.insteadOf()
                    : Optional.<UUID>empty();
            var after = shift.from(new Provenance.Edited(
                    shift.provenance().place(),
                    insteadOf,
                    Optional.of(change),
                    link.or(() -> Optional.of(shift.id()))));
            moves.add(new ShiftDiff.Move(shift, after));
        }
        return new Result.Done(
                new ShiftDiff(List.of(), moves, List.of()),
                moves.stream().map(ShiftDiff.Move::after).toList());
    }
}
