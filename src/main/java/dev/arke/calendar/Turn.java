package dev.arke.calendar;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** A duty of one team that somebody has for a while, all the pieces of one occurrence together: what a swap exchanges. */
public record Turn(UUID teamId, Role.Duty duty, Interval interval) {
    private record Of(Object turn, Role role) {}

    /** One person's shifts as turns, the earliest begin first; absences are none. */
    public static List<Turn> of(List<Shift> shifts) {
        var turns = new LinkedHashMap<Of, Turn>();
        for (var shift : shifts)
            if (shift.role() instanceof Role.Duty duty)
                turns.merge(
                        new Of(shift.turn(), duty), new Turn(shift.teamId(), duty, shift.interval()), Turn::together);
        return turns.values().stream()
                .sorted(Comparator.comparing((Turn turn) -> turn.interval().start())
                        .thenComparing(turn -> turn.duty().word()))
                .toList();
    }

    private static Turn together(Turn one, Turn other) {
        var first = one.interval();
        var second = other.interval();
        return new Turn(
                one.teamId(),
                one.duty(),
                new Interval(
                        first.start().isBefore(second.start()) ? first.start() : second.start(),
                        first.end().isAfter(second.end()) ? first.end() : second.end()));
    }
}
