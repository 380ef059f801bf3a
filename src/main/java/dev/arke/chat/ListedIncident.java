package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.incident.Incident;
import java.util.List;

/** An incident as one line among others. {@code owner} names who has it or ended it; text when nobody does. */
public record ListedIncident(Incident incident, String service, Span owner) {
    private static final int LONGEST_SUMMARY = 140;
    private static final int MOST_BUTTONS = 4;

    List<Span> line(Phrases say) {
        var facts = incident.facts();
        return say.spans(
                "listed",
                List.of(
                        List.of(Span.strong("#" + incident.number())),
                        List.of(Span.text(IncidentWords.priority(facts.priority(), PagePhrases.in(say.reader())))),
                        List.of(Span.text(service)),
                        List.of(Span.text(CleanText.cut(facts.summary(), LONGEST_SUMMARY))),
                        state(say)));
    }

    private List<Span> state(Phrases say) {
        return switch (incident) {
            case Incident.Triggered triggered ->
                say.spans("listed.nobody", Span.dateTime(triggered.facts().triggeredAt()));
            case Incident.Acknowledged held -> say.spans("listed.held", owner, Span.dateTime(held.since()));
            case Incident.Snoozed snoozed -> say.spans("listed.snoozed", owner, IncidentWords.until(snoozed));
            case Incident.Resolved resolved -> say.spans("listed.resolved", owner, Span.dateTime(resolved.at()));
        };
    }

    static Element lines(List<ListedIncident> incidents, Phrases say) {
        return new Element.Lines(
                incidents.stream().map(listed -> listed.line(say)).toList());
    }

    /** A button to take each that nobody has, as far as there is room. */
    static List<Button> takeButtons(List<ListedIncident> incidents, Phrases say) {
        var page = PagePhrases.in(say.reader());
        return incidents.stream()
                .map(ListedIncident::incident)
                .filter(Incident.Triggered.class::isInstance)
                .limit(MOST_BUTTONS)
                .map(incident ->
                        Button.of(page.say("button.ack.number", incident.number()), "ack " + incident.number()))
                .toList();
    }
}
