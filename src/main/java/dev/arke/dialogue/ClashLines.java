package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Element;
import dev.arke.card.Span;
import java.util.List;

/** What else somebody has at the time of a duty that they are to have. */
final class ClashLines {
    private static final int MOST_LINES = 8;

    private ClashLines() {}

    static Element.Lines of(Asked asked, List<Shift> clashes) {
        return new Element.Lines(clashes.stream()
                .limit(MOST_LINES)
                .map(shift -> line(asked, shift))
                .toList());
    }

    private static List<Span> line(Asked asked, Shift shift) {
        var say = asked.changes();
        var from = Span.dateTime(shift.interval().start());
        var to = Span.dateTime(shift.interval().end());
        var words = switch (shift.role()) {
            case Role.Duty duty ->
                say.spans(
                        "clash.duty",
                        Span.strong(duty.word()),
                        Span.text(asked.directory().team(shift.teamId()).name()),
                        from,
                        to);
            case Role.Absence absence ->
                say.spans("clash.absence", Span.strong(asked.look().say("absence." + absence.word())), from, to);
        };
        return shift.responder()
                .map(id -> asked.isMe(id) ? Span.text(say.say("you")) : asked.person(id))
                .map(who -> say.spans("clash", List.of(List.of(who), words)))
                .orElse(words);
    }
}
