package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/** An incident as one line among others. {@code owner} names who has it or ended it; text when nobody does. */
public record ListedIncident(Incident incident, String service, Span owner) {
    private static final int LONGEST_SUMMARY = 140;
    private static final int MOST_BUTTONS = 4;

    List<Span> line() {
        var facts = incident.facts();
        var line = new ArrayList<Span>();
        line.add(Span.strong("#" + incident.number()));
        line.add(Span.text(" " + facts.priority().word() + ", " + service + ": "
                + CleanText.cut(facts.summary(), LONGEST_SUMMARY) + ". "));
        line.addAll(state());
        return line;
    }

    private List<Span> state() {
        return switch (incident) {
            case Incident.Triggered triggered ->
                List.of(
                        Span.text("Nobody has it, since "),
                        Span.dateTime(triggered.facts().triggeredAt()),
                        Span.text("."));
            case Incident.Acknowledged held ->
                List.of(owner, Span.text(" has had it since "), Span.dateTime(held.since()), Span.text("."));
            case Incident.Snoozed snoozed ->
                List.of(
                        Span.text("Snoozed by "),
                        owner,
                        Span.text(" until "),
                        IncidentWords.until(snoozed),
                        Span.text("."));
            case Incident.Resolved resolved ->
                List.of(
                        Span.text("Resolved by "),
                        owner,
                        Span.text(", "),
                        Span.dateTime(resolved.at()),
                        Span.text("."));
        };
    }

    static Element lines(List<ListedIncident> incidents) {
        return new Element.Lines(incidents.stream().map(ListedIncident::line).toList());
    }

    /** A button to take each that nobody has, as far as there is room. */
    static List<Button> takeButtons(List<ListedIncident> incidents) {
        return incidents.stream()
                .map(ListedIncident::incident)
                .filter(Incident.Triggered.class::isInstance)
                .limit(MOST_BUTTONS)
                .map(incident -> Button.of("Acknowledge #" + incident.number(), "ack " + incident.number()))
                .toList();
    }
}
