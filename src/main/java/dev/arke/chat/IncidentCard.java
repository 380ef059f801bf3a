package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.alert.Link;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The card of an incident in a channel: what is broken, who has it, what can be done. */
public final class IncidentCard {
    private static final int LONGEST_DETAILS = 600;
    private static final int MOST_QUESTIONS = 5;
    private static final int MOST_LABELS = 12;
    private static final int LONGEST_LABEL = 120;

    private IncidentCard() {}

    public static Card of(IncidentView view) {
        return of(view, PagePhrases.ENGLISH);
    }

    /** For one reader. */
    public static Card of(IncidentView view, Phrases phrases) {
        var incident = view.incident();
        return new Card(
                view.headline(phrases) + ". " + PlainText.of(IncidentWords.state(view, phrases), phrases.reader()),
                IncidentWords.tone(incident),
                title(view),
                body(view, phrases),
                IncidentWords.buttons(view, phrases),
                IncidentMenu.of(view, phrases));
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

    private static List<Element> body(IncidentView view, Phrases phrases) {
        var body = new ArrayList<Element>();
        body.add(new Element.Paragraph(standing(view, phrases)));
        QuestionLines.of(view, MOST_QUESTIONS, phrases).ifPresent(body::add);
        body.add(fields(view, phrases));
        repeats(view.incident().facts(), phrases).ifPresent(body::add);
        details(view).ifPresent(body::add);
        links(view.text().links()).ifPresent(body::add);
        if (view.pagedBy().isEmpty()) labels(view.text().labels(), phrases).ifPresent(body::add);
        return body;
    }

    /** The state and, while nobody has it, who is being paged and what comes next. */
    static List<Span> standing(IncidentView view, Phrases phrases) {
        var spans = new ArrayList<>(IncidentWords.state(view, phrases));
        if (view.incident() instanceof Incident.Triggered triggered) {
            if (!view.paged().isEmpty()) {
                spans.add(Span.text(" "));
                spans.addAll(phrases.spans("paging", List.of(names(view.paged(), phrases))));
            }
            spans.add(Span.text(" "));
            var isExhausted = triggered.facts().exhaustedAt().isPresent();
            spans.addAll(phrases.spans(isExhausted ? "last.resort" : "next.page", next(triggered)));
        }
        return spans;
    }

    private static Span next(Incident.Triggered triggered) {
        var at = triggered.escalatesAt();
        var facts = triggered.facts();
        return Span.clockAfter(Duration.between(facts.firedAt().orElse(facts.triggeredAt()), at), at);
    }

    private static List<Span> names(List<IncidentView.Paged> paged, Phrases phrases) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < paged.size(); i++) {
            if (i > 0) spans.add(Span.text(", "));
            var person = paged.get(i);
            spans.add(new Span.Mention(person.responderId(), person.name()));
            if (person.isMissed()) spans.add(Span.text(" " + phrases.say("not.reached")));
        }
        return spans;
    }

    private static Element fields(IncidentView view, Phrases phrases) {
        var facts = view.incident().facts();
        var fields = new ArrayList<>(List.of(
                Element.Field.of(
                        phrases.say("field.priority"), Span.text(IncidentWords.priority(facts.priority(), phrases))),
                Element.Field.of(phrases.say("field.service"), Span.text(view.service())),
                Element.Field.of(phrases.say("field.team"), Span.text(view.team())),
                Element.Field.of(phrases.say("field.since"), Span.dateTime(facts.triggeredAt()))));
        view.pagedBy().ifPresent(who -> fields.add(Element.Field.of(phrases.say("field.paged.by"), Span.strong(who))));
        view.room().map(room -> room(room, phrases)).ifPresent(fields::add);
        return new Element.Fields(fields);
    }

    private static Element.Field room(IncidentRoom room, Phrases phrases) {
        var name = "#" + room.name();
        return Element.Field.of(
                phrases.say("field.room"),
                room.link().<Span>map(link -> new Span.Link(name, link)).orElseGet(() -> Span.strong(name)));
    }

    private static Optional<Element> repeats(Facts facts, Phrases phrases) {
        if (facts.repeats() == 0) return Optional.empty();
        boolean isOnce = facts.repeats() == 1;
        var times = isOnce ? List.<Span>of() : List.<Span>of(Span.text(Integer.toString(facts.repeats())));
        var parts = Stream.concat(times.stream(), facts.lastRepeatAt().map(Span::dateTime).stream());
        var key =
                (isOnce ? "repeated.once" : "repeated") + (facts.lastRepeatAt().isPresent() ? ".last" : "");
        return Optional.of(new Element.Context(phrases.spans(key, parts.toArray(Span[]::new))));
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

    private static Optional<Element> labels(Map<String, String> labels, Phrases phrases) {
        if (labels.isEmpty()) return Optional.empty();
        var spans = new ArrayList<Span>();
        for (var label : labels.entrySet().stream().limit(MOST_LABELS).toList()) {
            if (!spans.isEmpty()) spans.add(Span.text(" "));
            spans.add(Span.code(CleanText.cut(label.getKey() + "=" + label.getValue(), LONGEST_LABEL)));
        }
        if (labels.size() > MOST_LABELS)
            spans.add(Span.text(" " + phrases.say("labels.more", labels.size() - MOST_LABELS)));
        return Optional.of(new Element.Context(spans));
    }
}
