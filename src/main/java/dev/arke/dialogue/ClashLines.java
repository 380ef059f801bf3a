package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Element;
import dev.arke.card.Span;
import java.util.ArrayList;
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
        var line = new ArrayList<Span>();
        shift.responder().ifPresent(id -> {
            line.add(asked.isMe(id) ? Span.text("you") : asked.person(id));
            line.add(Span.text(": "));
        });
        line.add(Span.strong(shift.role().word()));
        if (shift.role() instanceof Role.Duty)
            line.add(Span.text(" of " + asked.directory().team(shift.teamId()).name()));
        line.add(Span.text(" from "));
        line.add(Span.dateTime(shift.interval().start()));
        line.add(Span.text(" to "));
        line.add(Span.dateTime(shift.interval().end()));
        return line;
    }
}
