package dev.arke.chat;

import dev.arke.calendar.Explained;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Reason;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why whoever is on call at an instant is: a paragraph for each shift. */
public final class WhyCard {
    private final Phrases say;

    private WhyCard(Phrases say) {
        this.say = say;
    }

    /** {@code shifts} are those of that instant; {@code team} is whose. */
    public static Card of(String team, List<Explained> shifts, Instant at, Phrases say) {
        var body = new ArrayList<Element>();
        shifts.forEach(shift -> body.addAll(new WhyCard(say).paragraphs(shift)));
        if (shifts.isEmpty())
            body.add(new Element.Paragraph(say.spans("why.none", Span.text(team), Span.dateTime(at))));
        return new Card(
                say.say("why.summary", team),
                Tone.NEUTRAL,
                say.spans("why.title", Span.strong(team)),
                body,
                List.of(),
                List.of());
    }

    private List<Element> paragraphs(Explained one) {
        var shift = one.shift();
        var elements = new ArrayList<Element>();
        elements.add(new Element.Paragraph(say.spans(
                "why.shift",
                List.of(
                        List.of(Span.strong(shift.role().word())),
                        List.of(Span.dateTime(shift.interval().start())),
                        List.of(Span.dateTime(shift.interval().end())),
                        whoAndWhy(one)))));
        var passedOver = shift.reason().map(Reason::passedOver).orElse(List.of());
        if (!passedOver.isEmpty())
            elements.add(new Element.Lines(passedOver.stream()
                    .map(other -> ReasonWords.passedOver(other.hindrance(), person(other.responder(), one), say))
                    .toList()));
        return elements;
    }

    private List<Span> whoAndWhy(Explained one) {
        List<Span> who = List.of(
                one.shift().responder().map(id -> person(id, one)).orElseGet(() -> Span.strong(say.say("nobody"))));
        return switch (one.shift().provenance()) {
            case Provenance.Edited edited -> edited(edited, one, who);
            case Provenance.Planned ignored -> planned(one, who);
        };
    }

    private List<Span> edited(Provenance.Edited edited, Explained one, List<Span> who) {
        var instead = edited.insteadOf()
                .map(id -> say.spans("why.instead", List.of(who, List.of(person(id, one)))))
                .orElse(who);
        var by = one.rotation()
                .map(name -> say.spans("why.hand.rotation", List.of(instead, List.of(Span.text(name)))))
                .orElseGet(() -> say.spans("why.hand", List.of(instead)));
        return one.change()
                .map(change -> say.spans(
                        "why.change",
                        List.of(
                                by,
                                List.of(Span.dateTime(change.madeAt())),
                                List.of(Span.text(new Owner(change.actor()).label())))))
                .orElse(by);
    }

    private List<Span> planned(Explained one, List<Span> who) {
        var by = one.rotation()
                .map(name -> say.spans("why.rotation", List.of(who, List.of(Span.text(name)))))
                .orElse(who);
        return one.shift()
                .reason()
                .map(reason ->
                        say.spans("why.because", List.of(by, ReasonWords.ground(reason, id -> person(id, one), say))))
                .orElse(by);
    }

    private Span person(UUID id, Explained one) {
        return new Span.Mention(id, Optional.ofNullable(one.names().get(id)).orElseGet(() -> say.say("somebody")));
    }
}
