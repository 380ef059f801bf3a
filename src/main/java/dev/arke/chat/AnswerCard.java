package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Question;
import java.util.ArrayList;
import java.util.List;

/** What became of a question, told to the one who asked it: the answer, or that nothing reaches the one asked. */
public final class AnswerCard {
    private AnswerCard() {}

    /** {@code asked} is the name of the one who was asked. */
    public static Card of(IncidentView view, Question question, String asked) {
        return question.answer()
                .map(answer -> answered(view, question, answer, asked))
                .orElseGet(() -> unreached(view, question, asked));
    }

    private static Card answered(IncidentView view, Question question, Question.Answer answer, String asked) {
        var by = answer.by().label();
        return new Card(
                by + " answers about #" + view.number() + ": " + answer.words(),
                Tone.GOOD,
                IncidentCard.title(view),
                List.of(
                        Element.paragraph(
                                Span.strong(by),
                                Span.text(" answers your question" + (by.equals(asked) ? "" : " to " + asked) + " "
                                        + QuestionLines.quoted(question.words()))),
                        Element.paragraph(answer.words())),
                buttons(view, question, asked),
                List.of());
    }

    private static List<Button> buttons(IncidentView view, Question question, String asked) {
        var buttons = new ArrayList<Button>();
        buttons.add(Button.of("Show #" + view.number(), "show " + view.number()));
        var again = "ask " + view.number() + " " + Names.quoted(asked) + " " + question.words();
        if (view.incident().isOpen() && Shown.fitsButton(again)) buttons.add(Button.of("Ask again", again));
        return buttons;
    }

    private static Card unreached(IncidentView view, Question question, String asked) {
        return new Card(
                "I cannot reach " + asked + " with your question about #" + view.number(),
                Tone.WARNING,
                IncidentCard.title(view),
                List.of(Element.paragraph(
                        Span.text("I cannot reach "),
                        Span.strong(asked),
                        Span.text(" with your question " + QuestionLines.quoted(question.words())
                                + " by any of their contact methods. I keep trying; better ask them yourself, or ask"
                                + " somebody else."))),
                List.of(
                        Button.of("Show #" + view.number(), "show " + view.number()),
                        Button.of("Ask somebody else…", "ask " + view.number())),
                List.of());
    }
}
