package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.CommandParser;
import dev.arke.chat.Parsed;
import dev.arke.chat.QuestionLines;
import dev.arke.engine.incident.AnswerQuestion;
import dev.arke.engine.incident.AnswerQuestion.Outcome;
import dev.arke.engine.incident.AnswerQuestion.Which;
import dev.arke.engine.incident.LookAround.ToAnswer;
import dev.arke.incident.Incident;
import dev.arke.incident.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code answer}, and words that are an answer without saying so: a reply to the message that asks, or what is said to
 * Arke in direct messages while one question is open. What may be a command is never taken for an answer, but offered
 * as one.
 */
final class GiveAnswer {
    private static final int LONGEST_IN_BUTTON = 1_500;

    private final CommandParser parser = new CommandParser();
    private final AnswerQuestion answerQuestion;

    GiveAnswer(AnswerQuestion answerQuestion) {
        this.answerQuestion = answerQuestion;
    }

    Reply answer(Asked asked, Command.Answer command) {
        return which(asked, command)
                .map(which -> told(asked, command, answerQuestion.answer(asked.by(), which, command.text())))
                .orElseGet(() -> unclear(asked, command));
    }

    /** What the line says, else the question of this message, the incident of this thread, the only question there is. */
    private static Optional<Which> which(Asked asked, Command.Answer command) {
        var around = asked.around();
        var here = around.question()
                .filter(question -> command.incident().isEmpty()
                        || around.thread().map(Incident::number).equals(command.incident()));
        return command.question()
                .or(() -> here.map(Question::id))
                .<Which>map(Which.This::new)
                .or(() -> command.incident()
                        .or(() -> around.thread().map(Incident::number))
                        .map(Which.OnIncident::new))
                .or(() -> only(around.toAnswer())
                        .map(one -> new Which.This(one.question().id())));
    }

    private static Reply unclear(Asked asked, Command.Answer command) {
        var mine = asked.around().toAnswer();
        var say = asked.phrases();
        return mine.isEmpty()
                ? Refusals.problem(asked, say.say("answer.none"), "answer NUMBER TEXT")
                : new Reply.Open(AnswerForm.of(asked, mine, Map.of(Filling.TEXT, command.text())));
    }

    private static Reply told(Asked asked, Command.Answer command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered done -> done(asked, done);
            case Outcome.Several several ->
                new Reply.Open(AnswerForm.of(
                        asked,
                        several.open().stream()
                                .map(question -> new ToAnswer(question, several.incident()))
                                .toList(),
                        Map.of(Filling.TEXT, command.text())));
            case Outcome.Ended ended -> ended(asked, ended);
            case Outcome.NoneOpen none -> noted(asked, none.incident(), "answer.none.on");
            case Outcome.Unknown ignored ->
                Refusals.problem(asked, asked.phrases().say("answer.no.incident"), "list");
            case Outcome.Refused refused -> Refusals.refused(asked, refused.why());
        };
    }

    private static Reply done(Asked asked, Outcome.Answered done) {
        var say = asked.phrases();
        long number = done.incident().number();
        var question = done.question();
        var words = say.spans(
                "answer.done",
                Span.strong(question.asker().label()),
                Span.text(QuestionLines.quoted(question.words())),
                DoneWords.number(number),
                Span.text(QuestionLines.quoted(question.answer().orElseThrow().words())));
        return new Reply.Private(Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .withButtons(Button.of(say.say("button.show.number", "#" + number), "show " + number)));
    }

    private static Reply ended(Asked asked, Outcome.Ended ended) {
        return ended.question()
                .answer()
                .map(answer -> noted(
                        asked,
                        ended.incident(),
                        "answer.answered",
                        Span.text(answer.by().label()),
                        Span.text(QuestionLines.quoted(answer.words()))))
                .orElseGet(() -> noted(asked, ended.incident(), "answer.over"));
    }

    /** {@code key}: what is said of the incident, and {@code more}. */
    private static Reply noted(Asked asked, Incident incident, String key, Span... more) {
        var say = asked.phrases();
        var parts = Stream.concat(Stream.of(DoneWords.number(incident.number())), Stream.of(more));
        var words = say.spans(key, parts.toArray(Span[]::new));
        return new Reply.Private(Card.line(Tone.NEUTRAL, words.toArray(Span[]::new))
                .withButtons(Button.of(say.say("button.note"), "note " + incident.number())));
    }

    /** A line to Arke that was not understood as a command: it is an answer, or may be one, or {@code card} says so. */
    Reply orElse(Asked asked, String line, Card card) {
        var open = meant(asked);
        if (open.isEmpty()) return new Reply.Private(card);
        boolean isDirect = asked.place().channel().isEmpty();
        return isDirect && !parser.isMeantAsCommand(line, asked.context())
                ? take(asked, open.get(), line)
                : new Reply.Private(card.and(offer(asked, open.get(), line)));
    }

    /** A line that was not said to Arke. */
    Reply hear(Asked asked, String line) {
        var open = meant(asked);
        if (open.isEmpty() || line.isBlank()) return new Reply.Silent();
        if (!parser.isMeantAsCommand(line, asked.context())) return take(asked, open.get(), line);
        var card = Card.line(asked.phrases().say("answer.command"));
        return new Reply.Private(card.and(offer(asked, open.get(), line)));
    }

    private Reply take(Asked asked, ToAnswer open, String line) {
        var number = open.incident().number();
        // Through the grammar, which makes plain what a platform made of the words.
        if (!(parser.parse("answer " + number + " " + line, asked.context()) instanceof Parsed.Understood understood)
                || !(understood.command() instanceof Command.Answer answer)) return new Reply.Silent();
        var id = Optional.of(open.question().id());
        return answer(asked, new Command.Answer(Optional.empty(), id, answer.text()));
    }

    private static Element offer(Asked asked, ToAnswer open, String line) {
        var say = asked.phrases();
        long number = open.incident().number();
        var asker = open.question().asker().label();
        return new Element.Actions(List.of(
                line.length() > LONGEST_IN_BUTTON
                        ? Button.of(say.say("button.answer.about", asker, "#" + number), "answer " + number)
                        : Button.of(
                                say.say("button.is.answer", asker, "#" + number), "answer " + number + " " + line)));
    }

    /** The one question to the speaker that this place implies. */
    private static Optional<ToAnswer> meant(Asked asked) {
        if (asked.me().isEmpty()) return Optional.empty();
        var around = asked.around();
        if (around.question().isPresent()) return askedHere(asked);
        if (around.thread().isPresent())
            return only(around.toAnswer().stream()
                    .filter(one ->
                            one.incident().id().equals(around.thread().get().id()))
                    .toList());
        boolean isDirect = asked.place().channel().isEmpty();
        return isDirect ? only(around.toAnswer()) : Optional.empty();
    }

    /** The question that the message here asks the speaker, while it is open. */
    static Optional<ToAnswer> askedHere(Asked asked) {
        var here = asked.around().question().map(Question::id);
        return asked.around().toAnswer().stream()
                .filter(one -> here.filter(one.question().id()::equals).isPresent())
                .findFirst();
    }

    private static Optional<ToAnswer> only(List<ToAnswer> open) {
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }
}
