package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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
    public static Card of(List<IncidentView> views) {
        return of(views, "You are paged for all of these. Take them, or somebody else is paged next.");
    }

    /** To a channel that steps page. */
    public static Card ofChannel(List<IncidentView> views) {
        return of(
                views,
                "Escalated to this channel: please take them, whoever is here. In an alert storm such a post comes at"
                        + " most once a minute.");
    }

    private static Card of(List<IncidentView> views, String why) {
        var incidents = new ManyIncidents(views);
        var open = incidents.unclaimed();
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(
                open.isEmpty() ? "Every one of them is taken care of. Nothing is left for you to do." : why));
        body.add(incidents.lines());
        if (!open.isEmpty()) body.add(new Element.Actions(singly(open)));
        return new Card(
                summary(views.size(), incidents, open),
                open.isEmpty() ? incidents.areAllOver() ? Tone.GOOD : Tone.CLAIMED : Tone.ALARM,
                List.of(Span.strong(views.size() + " incidents"), Span.text(": " + incidents.counts())),
                body,
                incidents.acknowledgeAll(),
                List.of());
    }

    private static String summary(int all, ManyIncidents incidents, List<IncidentView> open) {
        if (open.isEmpty()) return all + " incidents: " + incidents.counts();
        return "Page: " + open.size() + " incidents, first " + open.getFirst().headline();
    }

    private static List<Button> singly(List<IncidentView> open) {
        return open.stream()
                .limit(MOST_BUTTONS)
                .map(IncidentView::incident)
                .map(Incident::facts)
                .map(Facts::number)
                .map(number -> Button.of("Take #" + number, "ack " + number))
                .collect(Collectors.toList());
    }
}
