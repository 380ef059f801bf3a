package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.delivery.Delivery;
import dev.arke.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The answer to {@code show}: the incident's card with its timeline and what became of each message. */
public final class WholeIncidentCard {
    private static final int MOST_ENTRIES = 30;
    private static final int MOST_MESSAGES = 20;

    private WholeIncidentCard() {}

    /** {@code names} gives a responder's name. */
    public static Card of(
            IncidentView view, List<TimelineEntry> timeline, List<Delivery> deliveries, Function<UUID, String> names) {
        var card = IncidentCard.of(view);
        var body = new ArrayList<>(card.body());
        var lines = new TimelineLines(names);
        section("Timeline", timeline.stream().map(lines::line).toList(), MOST_ENTRIES, body);
        section(
                "Pages",
                deliveries.stream()
                        .filter(delivery -> delivery.kind() == Delivery.Kind.PAGE)
                        .map(delivery -> line(delivery, names))
                        .toList(),
                MOST_MESSAGES,
                body);
        return new Card(card.summary(), card.tone(), card.title(), body, card.buttons(), card.more());
    }

    private static void section(String heading, List<List<Span>> lines, int most, List<Element> body) {
        if (lines.isEmpty()) return;
        body.add(new Element.Heading(heading));
        int before = Math.max(0, lines.size() - most);
        if (before > 0) body.add(Element.context(Span.text(before + " older lines are not shown.")));
        body.add(new Element.Lines(lines.subList(before, lines.size())));
    }

    private static List<Span> line(Delivery delivery, Function<UUID, String> names) {
        var line = new ArrayList<Span>();
        var to = delivery.to();
        to.responderId()
                .ifPresentOrElse(
                        id -> {
                            line.add(new Span.Mention(id, names.apply(id)));
                            line.add(Span.text(" by " + ContactWords.way(to.carrier())));
                        },
                        () -> line.add(Span.text(to.toString())));
        line.add(Span.text(": "));
        line.addAll(state(delivery));
        return line;
    }

    private static List<Span> state(Delivery delivery) {
        var trouble = delivery.progress().trouble();
        var problem = trouble.problem().map(words -> " " + words).orElse("");
        return switch (delivery.state()) {
            case DELIVERED ->
                delivery.progress()
                        .shown()
                        .deliveredAt()
                        .map(at -> List.of(Span.text("arrived at "), Span.clock(at), Span.text(".")))
                        .orElse(List.of(Span.text("arrived.")));
            case WAITING -> {
                if (trouble.attempts() > 0)
                    yield List.of(Span.text("did not arrive yet, tried " + times(trouble.attempts()) + "." + problem));
                yield delivery.progress()
                        .dueAt()
                        .map(at -> List.of(Span.text("to be sent at "), Span.clock(at), Span.text(".")))
                        .orElse(List.of(Span.text("to be sent.")));
            }
            case FAILED -> List.of(Span.text("did not arrive." + problem));
            case CANCELLED -> List.of(Span.text("not sent: it was not needed any more."));
        };
    }

    private static String times(int attempts) {
        return attempts == 1 ? "once" : attempts + " times";
    }
}
