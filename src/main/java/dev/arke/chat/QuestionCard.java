package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Incident;
import dev.arke.incident.Question;
import dev.arke.responder.ContactKind;
import java.util.List;

/** The message that asks one person something about an incident; once it is answered it says so and asks no more. */
public final class QuestionCard {
    private QuestionCard() {}

    /** As it is sent by this way, or edited. */
    public static Card of(IncidentView view, Question question, ContactKind by, Phrases phrases) {
        return question.isOpen() ? asking(view, question, by, phrases) : over(view, question, phrases);
    }

    private static Card asking(IncidentView view, Question question, ContactKind by, Phrases phrases) {
        var asker = question.asker().label();
        var again = question.reminders() > 0 ? ".again" : "";
        return new Card(
                phrases.say("question.summary" + again, asker, view.number(), question.words()),
                Tone.NEUTRAL,
                IncidentCard.title(view),
                List.of(
                        new Element.Paragraph(phrases.spans(
                                "question" + again, Span.strong(asker), Span.dateTime(question.askedAt()))),
                        Element.paragraph(question.words()),
                        new Element.Context(how(view.number(), by, phrases))),
                List.of(
                        Button.primary(phrases.say("button.answer"), "answer " + view.number()),
                        Button.of(phrases.say("button.show", view.number()), "show " + view.number())),
                List.of());
    }

    private static List<Span> how(long number, ContactKind by, Phrases phrases) {
        return by.isChat()
                ? phrases.spans("question.reply")
                : phrases.spans("question.chat", Span.code("answer " + number));
    }

    private static Card over(IncidentView view, Question question, Phrases phrases) {
        var asker = question.asker().label();
        var said = question.answer()
                .map(answer -> phrases.say("question.answered", answer.by().label(), asker, answer.words()))
                .orElseGet(() -> phrases.say(
                        view.incident() instanceof Incident.Resolved ? "question.resolved" : "question.over", asker));
        return new Card(
                "#" + view.number() + ": " + said,
                Tone.NEUTRAL,
                IncidentCard.title(view),
                List.of(
                        Element.paragraph(phrases.say("question.asked", asker, QuestionLines.quoted(question.words()))),
                        Element.paragraph(said)),
                List.of(),
                List.of());
    }
}
