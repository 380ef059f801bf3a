package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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
    public static Card of(List<Change> changes, List<Incident> open) {
        var lines = changes.stream().map(HandoffCard::line).toList();
        var body = new ArrayList<Element>();
        body.add(lines.size() == 1 ? new Element.Paragraph(lines.getFirst()) : new Element.Lines(lines));
        incidents(open).ifPresent(body::add);
        boolean nobody = changes.stream().anyMatch(change -> change.come().isEmpty());
        return new Card(
                PlainText.of(lines.getFirst()),
                nobody ? Tone.WARNING : Tone.NEUTRAL,
                List.of(),
                body,
                open.isEmpty() ? List.of() : List.of(Button.of("Open incidents", "list")),
                List.of());
    }

    private static List<Span> line(Change change) {
        var line = new ArrayList<Span>();
        line.add(Span.strong(change.team()));
        line.add(Span.text(" " + change.duty() + ": "));
        if (change.come().isEmpty()) line.add(Span.text("nobody is on call now"));
        for (int i = 0; i < change.come().size(); i++) {
            var person = change.come().get(i);
            if (i > 0) line.add(Span.text(", "));
            line.add(new Span.Mention(person.id(), person.name()));
            line.add(Span.text(" is on call now"));
            person.until().ifPresent(until -> {
                line.add(Span.text(" until "));
                line.add(Span.dateTime(until));
            });
        }
        for (int i = 0; i < change.leave().size(); i++) {
            line.add(Span.text(i == 0 ? ", after " : ", "));
            line.add(new Span.Mention(
                    change.leave().get(i).id(), change.leave().get(i).name()));
        }
        line.add(Span.text("."));
        return line;
    }

    private static Optional<Element> incidents(List<Incident> open) {
        if (open.isEmpty()) return Optional.of(Element.context(Span.text("No incident is open.")));
        var lines = new ArrayList<List<Span>>();
        open.stream()
                .limit(MOST_INCIDENTS)
                .forEach(incident -> lines.add(List.of(
                        Span.strong("#" + incident.number()),
                        Span.text(" " + Shown.label(incident.facts().summary()) + " (" + state(incident) + ")"))));
        if (open.size() > MOST_INCIDENTS)
            lines.add(List.of(Span.text("and " + (open.size() - MOST_INCIDENTS) + " more that are open")));
        return Optional.of(new Element.Lines(lines));
    }

    private static String state(Incident incident) {
        return switch (incident) {
            case Incident.Triggered ignored -> "nobody has it";
            case Incident.Acknowledged held -> held.owner().label() + " has it";
            case Incident.Snoozed ignored -> "snoozed";
            case Incident.Resolved ignored -> "resolved";
        };
    }
}
