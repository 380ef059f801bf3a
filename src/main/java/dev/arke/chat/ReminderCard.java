package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** Reminds somebody of what begins soon for them. */
public final class ReminderCard {
    private static final int SHOWN = 6;

    private ReminderCard() {}

    /** One shift to come. */
    public record Coming(String team, String duty, Interval interval) {
        private String cover() {
            return "cover anybody for me from " + interval.start() + " to " + interval.end() + " " + duty + " of "
                    + Names.quoted(team);
        }
    }

    /** {@code coming} is in order of time, at least one. */
    public static Card of(List<Coming> coming, Phrases say) {
        var first = coming.getFirst();
        var body = new ArrayList<Element>();
        body.add(new Element.Lines(
                coming.stream().limit(SHOWN).map(one -> line(one, say)).toList()));
        if (coming.size() > SHOWN) body.add(Element.context(Span.text(say.say("more", coming.size() - SHOWN))));
        var buttons = new ArrayList<Button>();
        buttons.add(Button.of(say.say("reminder.shifts"), "shifts"));
        if (coming.size() == 1) buttons.add(Button.of(say.say("reminder.cover"), first.cover()));
        return new Card(
                say.say("reminder.summary", first.duty(), first.team()),
                Tone.NEUTRAL,
                List.of(Span.text(say.say(coming.size() == 1 ? "reminder.title.one" : "reminder.title"))),
                body,
                buttons,
                List.of());
    }

    private static List<Span> line(Coming one, Phrases say) {
        var line = new ArrayList<Span>();
        line.add(Span.strong(say.say("reminder.line", one.duty(), one.team())));
        line.add(Span.text(" "));
        line.addAll(ShiftLines.between(one.interval(), say));
        return line;
    }
}
