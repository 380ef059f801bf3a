package dev.arke.dialogue;

import dev.arke.alert.CleanText;
import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.chat.Command;
import dev.arke.chat.Verb;
import dev.arke.engine.incident.LookAround.ToAnswer;
import dev.arke.incident.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The answer, and to which question where several are open. */
final class AnswerForm {
    private static final String QUESTION = "question";
    private static final int LONGEST_CHOICE = 75;
    private static final int MOST_CHOICES = 100;

    private AnswerForm() {}

    static VerbForm form() {
        return new VerbForm(Verb.ANSWER, "answer", AnswerForm::inputs, AnswerForm::read);
    }

    /** Asks which of these is answered. */
    static Form of(Asked asked, List<ToAnswer> questions, Map<String, String> given) {
        return form().of(asked, inputs(asked, questions, given));
    }

    private static List<Form.Input> inputs(Asked asked, Map<String, String> given) {
        var number = given.getOrDefault(Filling.INCIDENTS, "");
        var here = GiveAnswer.askedHere(asked)
                .map(List::of)
                .orElseGet(() -> asked.around().toAnswer().stream()
                        .filter(one -> number.isEmpty()
                                || number.equals(Long.toString(one.incident().number())))
                        .toList());
        return here.isEmpty()
                ? List.of(Inputs.incident(asked, given), answer(asked, given))
                : inputs(asked, here, given);
    }

    private static List<Form.Input> inputs(Asked asked, List<ToAnswer> questions, Map<String, String> given) {
        var choices =
                questions.stream().limit(MOST_CHOICES).map(AnswerForm::choice).toList();
        return List.of(
                new Form.Input.ChoiceInput(
                        QUESTION,
                        asked.forms().say("answer.question"),
                        true,
                        choices.getFirst().value(),
                        choices),
                answer(asked, given));
    }

    private static Form.Input answer(Asked asked, Map<String, String> given) {
        return Inputs.text(Filling.TEXT, asked.forms().say("answer.text"), true, given);
    }

    private static Choice choice(ToAnswer one) {
        Question question = one.question();
        var label = "#" + one.incident().number() + " " + question.asker().label() + ": "
                + CleanText.line(question.words());
        return new Choice(question.id().toString(), CleanText.cut(label, LONGEST_CHOICE));
    }

    private static Supplier<Command> read(Filling filling) {
        var question = id(filling.value(QUESTION));
        Optional<Long> incident = question.isPresent() ? Optional.empty() : Optional.of(filling.incident());
        var text = filling.text("answer.missing");
        return () -> new Command.Answer(incident, question, text);
    }

    private static Optional<UUID> id(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
