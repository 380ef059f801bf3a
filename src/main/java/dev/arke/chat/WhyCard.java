package dev.arke.chat;

import dev.arke.calendar.Explained;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Reason;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Why whoever is on call at an instant is: a paragraph for each shift. */
public final class WhyCard {
    private WhyCard() {}

    /** {@code shifts} are those of that instant; {@code team} is whose. */
    public static Card of(String team, List<Explained> shifts, Instant at) {
        var body = new ArrayList<Element>();
        shifts.forEach(shift -> body.addAll(paragraphs(shift)));
        if (shifts.isEmpty())
            body.add(Element.paragraph(
                    Span.text("No shift of " + team + " is planned for "), Span.dateTime(at), Span.text(".")));
        return new Card(
                "Who is on call for " + team + ", and why",
                Tone.NEUTRAL,
                List.of(Span.text("On call for "), Span.strong(team), Span.text(", and why")),
                body,
                List.of(),
                List.of());
    }

    private static List<Element> paragraphs(Explained one) {
        var shift = one.shift();
        var words = new ArrayList<Span>();
        words.add(Span.strong(shift.role().word()));
        words.add(Span.text(" from "));
        words.add(Span.dateTime(shift.interval().start()));
        words.add(Span.text(" to "));
        words.add(Span.dateTime(shift.interval().end()));
        words.add(Span.text(": "));
        words.add(shift.responder().map(id -> person(id, one)).orElseGet(() -> Span.strong("nobody")));
        words.addAll(because(one));
        words.add(Span.text("."));
        var elements = new ArrayList<Element>();
        elements.add(new Element.Paragraph(words));
        var passedOver = shift.reason().map(Reason::passedOver).orElse(List.of());
        if (!passedOver.isEmpty())
            elements.add(new Element.Lines(
                    passedOver.stream().map(other -> passedOver(other, one)).toList()));
        return elements;
    }

    private static List<Span> because(Explained one) {
        var words = new ArrayList<Span>();
        var by = one.rotation().map(name -> "rotation " + name).orElse("");
        switch (one.shift().provenance()) {
            case Provenance.Edited edited -> {
                edited.insteadOf().ifPresent(id -> {
                    words.add(Span.text(" instead of "));
                    words.add(person(id, one));
                });
                words.add(Span.text(by.isEmpty() ? ", put there by hand" : ", changed by hand in " + by));
                one.change().ifPresent(change -> {
                    words.add(Span.text(" at "));
                    words.add(Span.dateTime(change.madeAt()));
                    words.add(Span.text(" by " + ActorWords.label(change.actor())));
                });
            }
            case Provenance.Planned ignored -> {
                words.add(Span.text(", by " + by));
                one.shift().reason().ifPresent(reason -> {
                    words.add(Span.text(", because "));
                    words.addAll(ReasonWords.ground(reason, id -> person(id, one)));
                });
            }
        }
        return words;
    }

    private static List<Span> passedOver(Reason.PassedOver other, Explained one) {
        return List.of(
                Span.text("passed over: "),
                person(other.responder(), one),
                Span.text(", who " + ReasonWords.hindered(other.hindrance())));
    }

    private static Span person(UUID id, Explained one) {
        return new Span.Mention(id, one.names().getOrDefault(id, "somebody"));
    }
}
