package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One message for several pages that were due at once. */
public final class BundleCard {
    private static final int MOST_BUTTONS = 5;

    private BundleCard() {}

    /** To a person. */
    public static Card of(List<IncidentView> views, Phrases phrases) {
        return of(views, phrases.say("bundle.why"), phrases);
    }

    /** As it stays once each of them has come again: what can be done is there. */
    public static Card cameAgain(List<IncidentView> views, Phrases phrases) {
        var count = phrases.say("bundle.count", views.size());
        return new Card(
                count + ": " + phrases.say("again"),
                Tone.NEUTRAL,
                List.of(Span.strong(count)),
                List.of(Element.paragraph(phrases.say("again"))),
                List.of(),
                List.of());
    }

    /** To a channel that steps page. */
    public static Card ofChannel(List<IncidentView> views) {
        return of(
                views,
                "Escalated to this channel: please take them, whoever is here. In an alert storm such a post comes at"
                        + " most once a minute.",
                PagePhrases.ENGLISH);
    }

    private static Card of(List<IncidentView> views, String why, Phrases phrases) {
        var incidents = new ManyIncidents(views, phrases);
        var open = incidents.unclaimed();
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(open.isEmpty() ? phrases.say("bundle.done") : why));
        body.add(incidents.lines());
        if (!open.isEmpty()) body.add(new Element.Actions(singly(open, phrases)));
        var count = phrases.say("bundle.count", views.size());
        return new Card(
                open.isEmpty()
                        ? count + ": " + incidents.counts()
                        : phrases.say(
                                "bundle.page", open.size(), open.getFirst().headline(phrases)),
                open.isEmpty() ? incidents.areAllOver() ? Tone.GOOD : Tone.CLAIMED : Tone.ALARM,
                List.of(Span.strong(count), Span.text(": " + incidents.counts())),
                body,
                incidents.acknowledgeAll(),
                List.of());
    }

    private static List<Button> singly(List<IncidentView> open, Phrases phrases) {
        return open.stream()
                .limit(MOST_BUTTONS)
                .map(IncidentView::incident)
                .map(Incident::facts)
                .map(Facts::number)
                .map(number -> Button.of(phrases.say("button.take", number), "ack " + number))
                .collect(Collectors.toList());
    }
}
