package dev.arke.template;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.chat.IncidentView;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.List;

/** A page in a service's own words: what can be done stays as it is, so that nobody's words take an answer away. Pure. */
final class TemplatedCard {
    private TemplatedCard() {}

    /** {@code usual}: the same page in the usual words. */
    static Card of(Templates.Words words, IncidentView view, ContactKind way, Card usual) {
        return switch (way) {
            case SMS, CALL -> spoken(words, usual);
            case EMAIL, SLACK, TEAMS, SANDBOX -> written(words, view, usual);
            case WEBHOOK -> written(words, view, usual).withoutButtons();
        };
    }

    private static Card spoken(Templates.Words words, Card usual) {
        var text = words.subject().isEmpty() ? words.body() : words.subject() + "\n" + words.body();
        return new Card(text, usual.tone(), List.of(), List.of(Element.paragraph(text)), usual.buttons(), List.of());
    }

    /** Why somebody is paged stands below, in small print. */
    private static Card written(Templates.Words words, IncidentView view, Card usual) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(words.body()));
        usual.body().stream()
                .limit(1)
                .filter(Element.Paragraph.class::isInstance)
                .map(Element.Paragraph.class::cast)
                .forEach(why -> body.add(new Element.Context(why.spans())));
        return new Card(
                words.subject().isEmpty() ? usual.summary() : numbered(words.subject(), view),
                usual.tone(),
                words.subject().isEmpty() ? usual.title() : List.of(Span.strong(numbered(words.subject(), view))),
                body,
                usual.buttons(),
                usual.more());
    }

    /** As Iris puts its message's id before a subject that does not have it. */
    private static String numbered(String subject, IncidentView view) {
        var number = Long.toString(view.number());
        return subject.contains(number) ? subject : "#" + number + " " + subject;
    }
}
