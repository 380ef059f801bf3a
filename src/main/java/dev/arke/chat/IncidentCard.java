package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.alert.Link;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The card of an incident in a channel: what is broken, who has it, what can be done. */
public final class IncidentCard {
    private static final int LONGEST_DETAILS = 600;
    private static final int MOST_QUESTIONS = 5;
    private static final int MOST_LABELS = 12;
    private static final int LONGEST_LABEL = 120;

    private IncidentCard() {}

    public static Card of(IncidentView view) {
        var incident = view.incident();
        return new Card(
                view.headline() + ". " + PlainText.of(IncidentWords.state(view)),
                IncidentWords.tone(incident),
                title(view),
                body(view),
                IncidentWords.buttons(view),
                IncidentMenu.of(view));
    }

    /** A new post of the same card in a channel that a step pages. */
    public static Card pageOfChannel(IncidentView view) {
        var card = of(view);
        if (!(view.incident() instanceof Incident.Triggered)) return card;
        var body = new ArrayList<Element>();
        body.add(Element.paragraph("Escalated to this channel: please take it, whoever is here."));
        body.addAll(card.body());
        return new Card(card.summary(), card.tone(), card.title(), body, card.buttons(), card.more());
    }

    static List<Span> title(IncidentView view) {
        return List.of(
                Span.strong("#" + view.number()),
                Span.text(" " + view.incident().facts().summary()));
    }

    private static List<Element> body(IncidentView view) {
        var body = new ArrayList<Element>();
        body.add(new Element.Paragraph(standing(view)));
        QuestionLines.of(view, MOST_QUESTIONS).ifPresent(body::add);
        body.add(fields(view));
        repeats(view.incident().facts()).ifPresent(body::add);
        details(view).ifPresent(body::add);
        links(view.text().links()).ifPresent(body::add);
        if (view.pagedBy().isEmpty()) labels(view.text().labels()).ifPresent(body::add);
        return body;
    }

    /** The state and, while nobody has it, who is being paged and what comes next. */
    static List<Span> standing(IncidentView view) {
        var spans = new ArrayList<>(IncidentWords.state(view));
        if (view.incident() instanceof Incident.Triggered triggered) {
            if (!view.paged().isEmpty()) {
                spans.add(Span.text(" Paging "));
                names(view.paged(), spans);
                spans.add(Span.text("."));
            }
            spans.add(Span.text(
                    triggered.facts().exhaustedAt().isPresent()
                            ? " Nobody took it at any step, so the last resort is paged until somebody does, next at "
                            : " Next page at "));
            spans.add(next(triggered));
            spans.add(Span.text("."));
        }
        return spans;
    }

    private static Span next(Incident.Triggered triggered) {
        var at = triggered.escalatesAt();
        var facts = triggered.facts();
        return Span.clockAfter(Duration.between(facts.firedAt().orElse(facts.triggeredAt()), at), at);
    }

    private static void names(List<IncidentView.Paged> paged, List<Span> spans) {
        for (int i = 0; i < paged.size(); i++) {
            if (i > 0) spans.add(Span.text(", "));
            var person = paged.get(i);
            spans.add(new Span.Mention(person.responderId(), person.name()));
            if (person.isMissed()) spans.add(Span.text(" (not reached)"));
        }
    }

    private static Element fields(IncidentView view) {
        var facts = view.incident().facts();
        var fields = new ArrayList<>(List.of(
                Element.Field.of("Priority", Span.text(facts.priority().word())),
                Element.Field.of("Service", Span.text(view.service())),
                Element.Field.of("Team", Span.text(view.team())),
                Element.Field.of("Since", Span.dateTime(facts.triggeredAt()))));
        view.pagedBy().ifPresent(who -> fields.add(Element.Field.of("Paged by", Span.strong(who))));
        view.room().map(IncidentCard::room).ifPresent(fields::add);
        return new Element.Fields(fields);
    }

    private static Element.Field room(IncidentRoom room) {
        var name = "#" + room.name();
        return Element.Field.of(
                "Room", room.link().<Span>map(link -> new Span.Link(name, link)).orElseGet(() -> Span.strong(name)));
    }

    private static Optional<Element> repeats(Facts facts) {
        if (facts.repeats() == 0) return Optional.empty();
        var times = facts.repeats() == 1 ? "Repeated once" : "Repeated " + facts.repeats() + " times";
        return Optional.of(facts.lastRepeatAt()
                .map(at -> Element.context(Span.text(times + ", last "), Span.dateTime(at), Span.text(".")))
                .orElseGet(() -> Element.context(Span.text(times + "."))));
    }

    private static Optional<Element> details(IncidentView view) {
        var details = view.text().details().strip();
        return details.isEmpty() || details.equals(view.incident().facts().summary())
                ? Optional.empty()
                : Optional.of(Element.paragraph(CleanText.cut(details, LONGEST_DETAILS)));
    }

    private static Optional<Element> links(List<Link> links) {
        if (links.isEmpty()) return Optional.empty();
        var spans = new ArrayList<Span>();
        for (var link : links) {
            if (!spans.isEmpty()) spans.add(Span.text(" · "));
            spans.add(new Span.Link(link.label(), link.address()));
        }
        return Optional.of(new Element.Paragraph(spans));
    }

    private static Optional<Element> labels(Map<String, String> labels) {
        if (labels.isEmpty()) return Optional.empty();
        var spans = new ArrayList<Span>();
        for (var label : labels.entrySet().stream().limit(MOST_LABELS).toList()) {
            if (!spans.isEmpty()) spans.add(Span.text(" "));
            spans.add(Span.code(CleanText.cut(label.getKey() + "=" + label.getValue(), LONGEST_LABEL)));
        }
        if (labels.size() > MOST_LABELS) spans.add(Span.text(" and " + (labels.size() - MOST_LABELS) + " more labels"));
        return Optional.of(new Element.Context(spans));
    }
}
