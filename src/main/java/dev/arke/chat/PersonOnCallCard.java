package dev.arke.chat;

import dev.arke.calendar.PersonShift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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
    public static Card of(UUID id, String name, List<PersonShift> shifts, Instant at, Instant now) {
        var person = new Span.Mention(id, name);
        boolean onCall = ShiftLines.isOnCall(shifts, at);
        var sentence = new ArrayList<Span>();
        sentence.add(person);
        sentence.add(Span.text(onCall ? " is on call" : " is not on call"));
        if (at.equals(now)) {
            sentence.add(Span.text(" now."));
        } else {
            sentence.add(Span.text(" at "));
            sentence.add(Span.dateTime(at));
            sentence.add(Span.text("."));
        }
        var body = new ArrayList<Element>();
        body.add(new Element.Paragraph(sentence));
        var lines = ShiftLines.lines(shifts, at, SHOWN);
        body.add(
                lines.isEmpty()
                        ? Element.paragraph("No shifts are planned for " + name + ".")
                        : new Element.Lines(lines));
        return new Card(
                name + (onCall ? " is on call" : " is not on call"),
                Tone.NEUTRAL,
                List.of(),
                body,
                List.of(Button.of("Page " + name, "page " + Names.quoted(name))),
                List.of());
    }
}
