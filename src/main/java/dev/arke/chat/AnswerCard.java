package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Question;
import java.util.ArrayList;
import java.util.List;

/** What became of a question, told to the one who asked it: the answer, or that nothing reaches the one asked. */
public final class AnswerCard {
    private AnswerCard() {}

    /** {@code asked} is the name of the one who was asked. */
    public static Card of(IncidentView view, Question question, String asked, Phrases say) {
        return question.answer()
                .map(answer -> answered(view, question, answer, asked, say))
                .orElseGet(() -> unreached(view, question, asked, say));
    }

    private static Card answered(
            IncidentView view, Question question, Question.Answer answer, String asked, Phrases say) {
        var by = answer.by().label();
        var quoted = Span.text(QuestionLines.quoted(question.words()));
        return new Card(
                say.say("answered", by, "#" + view.number(), answer.words()),
                Tone.GOOD,
                IncidentCard.title(view),
                List.of(
                        new Element.Paragraph(
                                answer.by().person().filter(asked::equals).isPresent()
                                        ? say.spans("answered.yours", Span.strong(by), quoted)
                                        : say.spans("answered.for", Span.strong(by), Span.text(asked), quoted)),
                        Element.paragraph(answer.words())),
                buttons(view, question, asked, say),
                List.of());
    }

    private static List<Button> buttons(IncidentView view, Question question, String asked, Phrases say) {
        var buttons = new ArrayList<Button>();
        buttons.add(show(view, say));
        var again = "ask " + view.number() + " " + Names.quoted(asked) + " " + question.words();
        if (view.incident().isOpen() && Shown.fitsButton(again)) buttons.add(Button.of(say.say("button.again"), again));
        return buttons;
    }

    private static Button show(IncidentView view, Phrases say) {
        return Button.of(say.say("button.show", "#" + view.number()), "show " + view.number());
    }

    private static Card unreached(IncidentView view, Question question, String asked, Phrases say) {
        return new Card(
                say.say("unreached", asked, "#" + view.number()),
                Tone.WARNING,
                IncidentCard.title(view),
                List.of(new Element.Paragraph(say.spans(
                        "unreached.why", Span.strong(asked), Span.text(QuestionLines.quoted(question.words()))))),
                List.of(show(view, say), Button.of(say.say("button.else"), "ask " + view.number())),
                List.of());
    }
}
