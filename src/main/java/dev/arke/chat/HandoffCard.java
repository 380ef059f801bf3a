package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who takes over from whom in a channel's teams, and what they find open. */
public final class HandoffCard {
    private static final int MOST_INCIDENTS = 5;

    private HandoffCard() {}

    /** Somebody by name; {@code until}: when their stretch ends, if it is known to. */
    public record Person(UUID id, String name, Optional<Instant> until) {}

    /** A duty of a team that other people have now. */
    public record Change(String team, String duty, List<Person> leave, List<Person> come) {
        public Change {
            leave = List.copyOf(leave);
            come = List.copyOf(come);
        }
    }

    /** {@code open}: the incidents that are open now, the newest first. */
    public static Card of(List<Change> changes, List<Incident> open, Phrases say) {
        var lines = changes.stream().map(change -> line(change, say)).toList();
        var body = new ArrayList<Element>();
        body.add(lines.size() == 1 ? new Element.Paragraph(lines.getFirst()) : new Element.Lines(lines));
        incidents(open, say).ifPresent(body::add);
        boolean nobody = changes.stream().anyMatch(change -> change.come().isEmpty());
        return new Card(
                PlainText.of(lines.getFirst(), say.reader()),
                nobody ? Tone.WARNING : Tone.NEUTRAL,
                List.of(),
                body,
                open.isEmpty() ? List.of() : List.of(Button.of(say.say("handoff.open"), "list")),
                List.of());
    }

    private static List<Span> line(Change change, Phrases say) {
        var come =
                joined(change.come().stream().map(person -> comes(person, say)).toList());
        var now = come.isEmpty() ? say.spans("handoff.nobody") : come;
        var leave = joined(
                change.leave().stream().map(person -> List.of(mention(person))).toList());
        var people = leave.isEmpty() ? now : say.spans("handoff.after", List.of(now, leave));
        return say.spans(
                "handoff.line",
                List.of(List.of(Span.strong(change.team())), List.of(Span.text(change.duty())), people));
    }

    private static List<Span> comes(Person person, Phrases say) {
        return person.until()
                .map(until -> say.spans("handoff.now.until", mention(person), Span.dateTime(until)))
                .orElseGet(() -> say.spans("handoff.now", mention(person)));
    }

    private static Span mention(Person person) {
        return new Span.Mention(person.id(), person.name());
    }

    private static List<Span> joined(List<List<Span>> all) {
        var spans = new ArrayList<Span>();
        for (var one : all) {
            if (!spans.isEmpty()) spans.add(Span.text(", "));
            spans.addAll(one);
        }
        return spans;
    }

    private static Optional<Element> incidents(List<Incident> open, Phrases say) {
        if (open.isEmpty()) return Optional.of(Element.context(Span.text(say.say("handoff.none"))));
        var lines = new ArrayList<List<Span>>();
        open.stream()
                .limit(MOST_INCIDENTS)
                .forEach(incident -> lines.add(say.spans(
                        "handoff.incident",
                        Span.strong("#" + incident.number()),
                        Span.text(Shown.label(incident.facts().summary())),
                        Span.text(state(incident, say)))));
        if (open.size() > MOST_INCIDENTS)
            lines.add(List.of(Span.text(say.say("handoff.more", open.size() - MOST_INCIDENTS))));
        return Optional.of(new Element.Lines(lines));
    }

    private static String state(Incident incident, Phrases say) {
        return switch (incident) {
            case Incident.Triggered ignored -> say.say("handoff.state.nobody");
            case Incident.Acknowledged held ->
                say.say("handoff.state.held", held.owner().label());
            case Incident.Snoozed ignored -> say.say("handoff.state.snoozed");
            case Incident.Resolved ignored -> say.say("handoff.state.resolved");
        };
    }
}
