package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.incident.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asked whom what, and what was answered, as lines of an incident's card. */
public final class QuestionLines {
    private static final int LONGEST = 300;

    private QuestionLines() {}

    /** At most so many, those that wait for an answer before others; what ended without one is left out. */
    static Optional<Element> of(IncidentView view, int most, Phrases phrases) {
        var open = view.questions().stream().filter(asked -> asked.question().isOpen());
        var answered = view.questions().reversed().stream()
                .filter(asked -> asked.question().answer().isPresent());
        var lines = Stream.concat(open, answered)
                .limit(most)
                .map(asked -> line(asked, phrases))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Element.Lines(lines));
    }

    private static List<Span> line(IncidentView.AskedOf asked, Phrases phrases) {
        var question = asked.question();
        var outcome = question.answer()
                .map(answer -> answered(answer, asked.name(), phrases))
                .orElseGet(() -> phrases.spans(
                        question.unreachedAt().isPresent() ? "asked.unreached" : "asked.open",
                        Span.dateTime(question.askedAt())));
        return phrases.spans(
                question.isOpen() ? "asks" : "asked",
                List.of(
                        List.of(Span.strong(question.asker().label())),
                        List.of(new Span.Mention(question.askedId(), asked.name())),
                        List.of(Span.text(quoted(question.words()))),
                        outcome));
    }

    private static List<Span> answered(Question.Answer answer, String name, Phrases phrases) {
        var by = answer.by().label();
        var words = quoted(answer.words());
        return List.of(Span.text(
                answer.by().person().filter(name::equals).isPresent()
                        ? phrases.say("asked.answer", words)
                        : phrases.say("asked.answer.by", by, words)));
    }

    /** The words in quotes, on one line and cut. */
    public static String quoted(String words) {
        return "“" + CleanText.cut(CleanText.line(words), LONGEST) + "”";
    }
}
