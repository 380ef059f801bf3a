package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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
    public static Card of(List<Coming> coming) {
        var first = coming.getFirst();
        var body = new ArrayList<Element>();
        body.add(new Element.Lines(
                coming.stream().limit(SHOWN).map(ReminderCard::line).toList()));
        if (coming.size() > SHOWN) body.add(Element.context(Span.text("And " + (coming.size() - SHOWN) + " more.")));
        var buttons = new ArrayList<Button>();
        buttons.add(Button.of("My shifts", "shifts"));
        if (coming.size() == 1) buttons.add(Button.of("Find cover", first.cover()));
        return new Card(
                "You are " + first.duty() + " for " + first.team() + " soon",
                Tone.NEUTRAL,
                List.of(Span.text("Your next shift" + (coming.size() == 1 ? "" : "s"))),
                body,
                buttons,
                List.of());
    }

    private static List<Span> line(Coming one) {
        return List.of(
                Span.strong(one.duty() + " for " + one.team()),
                Span.text(" from "),
                Span.dateTime(one.interval().start()),
                Span.text(" to "),
                Span.dateTime(one.interval().end()));
    }
}
