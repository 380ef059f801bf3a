package dev.arke.calendar;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody has at the same time as new shifts of theirs: absences, other duties, duties of other teams. */
public final class Clash {
    private Clash() {}

    /** {@code present} are shifts of that person; what the new ones take the place of is none. */
    public static List<Shift> of(Collection<Shift> present, Collection<Shift> added) {
        var ids = added.stream().map(Shift::id).collect(Collectors.<UUID>toSet());
        return present.stream()
                .filter(shift -> !ids.contains(shift.id()))
                .filter(shift -> added.stream().anyMatch(piece -> clash(shift, piece)))
                .toList();
    }

    private static boolean clash(Shift shift, Shift piece) {
        var sameDuty = shift.teamId().equals(piece.teamId()) && shift.role().equals(piece.role());
        return !sameDuty && shift.interval().overlaps(piece.interval());
    }
}
