package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.incident.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asked whom what, and what was answered, as lines of an incident's card. */
public final class QuestionLines {
    private static final int LONGEST = 300;

    private QuestionLines() {}

    /** At most so many, those that wait for an answer before others; what ended without one is left out. */
    static Optional<Element> of(IncidentView view, int most) {
        var open = view.questions().stream().filter(asked -> asked.question().isOpen());
        var answered = view.questions().reversed().stream()
                .filter(asked -> asked.question().answer().isPresent());
        var lines = Stream.concat(open, answered)
                .limit(most)
                .map(QuestionLines::line)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Element.Lines(lines));
    }

    private static List<Span> line(IncidentView.AskedOf asked) {
        var question = asked.question();
        var line = new ArrayList<Span>();
        line.add(Span.strong(question.asker().label()));
        line.add(Span.text(question.isOpen() ? " asks " : " asked "));
        line.add(new Span.Mention(question.askedId(), asked.name()));
        line.add(Span.text(": " + quoted(question.words()) + " "));
        question.answer()
                .ifPresentOrElse(answer -> answered(answer, asked.name(), line), () -> waiting(question, line));
        return line;
    }

    private static void answered(Question.Answer answer, String name, List<Span> line) {
        var by = answer.by().label();
        line.add(Span.text((by.equals(name) ? "Answer: " : "Answer by " + by + ": ") + quoted(answer.words())));
    }

    private static void waiting(Question question, List<Span> line) {
        line.add(Span.text(question.unreachedAt().isPresent() ? "Not reached, since " : "No answer yet, since "));
        line.add(Span.dateTime(question.askedAt()));
        line.add(Span.text("."));
    }

    /** The words in quotes, on one line and cut. */
    public static String quoted(String words) {
        return "“" + CleanText.cut(CleanText.line(words), LONGEST) + "”";
    }
}
