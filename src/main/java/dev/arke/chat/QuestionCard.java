package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Incident;
import dev.arke.incident.Question;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.List;

/** The message that asks one person something about an incident; once it is answered it says so and asks no more. */
public final class QuestionCard {
    private QuestionCard() {}

    /** As it is sent by this way, or edited. */
    public static Card of(IncidentView view, Question question, ContactKind by) {
        return question.isOpen() ? asking(view, question, by) : over(view, question);
    }

    private static Card asking(IncidentView view, Question question, ContactKind by) {
        var asker = question.asker().label();
        boolean isReminder = question.reminders() > 0;
        var body = new ArrayList<Element>();
        body.add(
                isReminder
                        ? Element.paragraph(
                                Span.strong(asker),
                                Span.text(" still waits for your answer, since "),
                                Span.dateTime(question.askedAt()),
                                Span.text(":"))
                        : Element.paragraph(Span.strong(asker), Span.text(" asks you:")));
        body.add(Element.paragraph(question.words()));
        body.add(how(view.number(), by));
        return new Card(
                asker + (isReminder ? " still waits for your answer" : " asks you") + " about #" + view.number() + ": "
                        + question.words(),
                Tone.NEUTRAL,
                IncidentCard.title(view),
                body,
                List.of(
                        Button.primary("Answer…", "answer " + view.number()),
                        Button.of("Show #" + view.number(), "show " + view.number())),
                List.of());
    }

    private static Element how(long number, ContactKind by) {
        return by.isChat()
                ? Element.context(Span.text("Just reply to this message. I remind you until you do."))
                : Element.context(
                        Span.text("Answer in chat: say "),
                        Span.code("answer " + number),
                        Span.text(" and your words. I remind you until you do."));
    }

    private static Card over(IncidentView view, Question question) {
        var asker = question.asker().label();
        var said = question.answer()
                .map(answer -> answer.by().label() + " answered " + asker + ": " + answer.words())
                .orElseGet(() -> asker + " needs no answer any more"
                        + (view.incident() instanceof Incident.Resolved ? ": it is resolved." : "."));
        return new Card(
                "#" + view.number() + ": " + said,
                Tone.NEUTRAL,
                IncidentCard.title(view),
                List.of(
                        Element.paragraph(asker + " asked: " + QuestionLines.quoted(question.words())),
                        Element.paragraph(said)),
                List.of(),
                List.of());
    }
}
