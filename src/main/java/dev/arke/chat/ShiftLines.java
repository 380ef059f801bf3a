package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.PersonShift;
import dev.arke.calendar.Role;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import java.time.Instant;
import java.util.List;

/** One person's shifts in words. */
final class ShiftLines {
    private ShiftLines() {}

    /** Whether the person is on duty then, for any team. */
    static boolean isOnCall(List<PersonShift> shifts, Instant at) {
        return shifts.stream()
                .anyMatch(shift -> isDuty(shift) && shift.interval().contains(at));
    }

    private static boolean isDuty(PersonShift shift) {
        return shift.role() instanceof Role.Duty;
    }

    /** A line for each, at most {@code most}: "primary for payments until …", "secondary for web from … to …". */
    static List<List<Span>> lines(List<PersonShift> shifts, Instant at, int most, Phrases say) {
        return shifts.stream()
                .filter(shift -> shift.interval().end().isAfter(at))
                .limit(most)
                .map(shift -> line(shift, at, say))
                .toList();
    }

    /** "from … to …" in the words of notices. */
    static List<Span> between(Interval interval, Phrases notice) {
        return notice.spans("between", Span.dateTime(interval.start()), Span.dateTime(interval.end()));
    }

    private static List<Span> line(PersonShift shift, Instant at, Phrases say) {
        var what = what(shift, say);
        var end = Span.dateTime(shift.interval().end());
        return shift.interval().contains(at)
                ? say.spans("shift.now", Span.strong(what), end)
                : say.spans(
                        "shift.later",
                        Span.text(what),
                        Span.dateTime(shift.interval().start()),
                        end);
    }

    private static String what(PersonShift shift, Phrases say) {
        return switch (shift.role()) {
            case Role.Duty duty -> say.say("shift.duty", duty.word(), shift.team());
            case Role.Absence absence -> say.say("shift.away", say.say("absence." + absence.word()));
        };
    }
}
