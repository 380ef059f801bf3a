package dev.arke.chat;

import dev.arke.calendar.PersonShift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether one person is on call at an instant, and when they are next. */
public final class PersonOnCallCard {
    private static final int SHOWN = 6;

    private PersonOnCallCard() {}

    /** {@code shifts} are those that end after {@code at}, in order of time. */
    public static Card of(UUID id, String name, List<PersonShift> shifts, Instant at, Instant now, Phrases say) {
        var person = new Span.Mention(id, name);
        var is = ShiftLines.isOnCall(shifts, at) ? "person.on" : "person.off";
        var body = new ArrayList<Element>();
        body.add(new Element.Paragraph(
                at.equals(now) ? say.spans(is + ".now", person) : say.spans(is + ".at", person, Span.dateTime(at))));
        var lines = ShiftLines.lines(shifts, at, SHOWN, say);
        body.add(lines.isEmpty() ? Element.paragraph(say.say("person.none", name)) : new Element.Lines(lines));
        return new Card(
                say.say(is, name),
                Tone.NEUTRAL,
                List.of(),
                body,
                List.of(Button.of(say.say("person.page", name), "page " + Names.quoted(name))),
                List.of());
    }
}
