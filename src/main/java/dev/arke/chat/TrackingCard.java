package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Facts;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Owner;
import dev.arke.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What those hear who follow incidents by mail. Nothing can be done with it; all about one incident have one subject. */
public final class TrackingCard {
    private static final int LONGEST_DETAILS = 800;

    private TrackingCard() {}

    public static Card opened(Facts facts, String service, String team, String details) {
        var said = List.of(
                Span.text("Opened in " + service + " of team " + team + ", priority "
                        + facts.priority().word() + ", at "),
                Span.dateTime(facts.triggeredAt()),
                Span.text("."));
        var card = card(facts, service, Tone.ALARM, said);
        var cut = CleanText.cut(details, LONGEST_DETAILS);
        return cut.isBlank() ? card : card.and(new Element.Verbatim(cut));
    }

    /** Empty for what those who follow need not hear. */
    public static Optional<Card> of(TimelineEntry entry, Facts facts, String service) {
        var who = new Owner(entry.actor()).label();
        return switch (entry.event()) {
            case IncidentEvent.Acknowledged ignored ->
                Optional.of(told(entry, facts, service, Tone.CLAIMED, who + " took it at "));
            case IncidentEvent.Reopened ignored ->
                Optional.of(told(entry, facts, service, Tone.ALARM, who + " opened it again at "));
            case IncidentEvent.MergedInto(var number) ->
                Optional.of(told(entry, facts, service, Tone.GOOD, "It has been a part of #" + number + " since "));
            case IncidentEvent.Resolved(var note) -> {
                var card = told(entry, facts, service, Tone.GOOD, who + " resolved it at ");
                yield Optional.of(note.isBlank() ? card : card.and(Element.paragraph(note)));
            }
            case IncidentEvent ignored -> Optional.empty();
        };
    }

    private static Card told(TimelineEntry entry, Facts facts, String service, Tone tone, String words) {
        return card(facts, service, tone, List.of(Span.text(words), Span.dateTime(entry.at()), Span.text(".")));
    }

    private static Card card(Facts facts, String service, Tone tone, List<Span> said) {
        var subject = "#" + facts.number() + " " + service + ": " + facts.summary();
        var title = new ArrayList<Span>(List.of(Span.text("#" + facts.number() + " "), Span.strong(facts.summary())));
        return new Card(subject, tone, title, List.of(new Element.Paragraph(said)), List.of(), List.of());
    }
}
