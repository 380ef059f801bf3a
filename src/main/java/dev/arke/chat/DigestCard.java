package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.List;

/** One message in a channel for the incidents of an alert storm. */
public final class DigestCard {
    private DigestCard() {}

    public static Card of(List<IncidentView> views) {
        var incidents = new ManyIncidents(views, PagePhrases.ENGLISH);
        var title = views.size() == 1 ? "1 more incident" : views.size() + " more incidents";
        return new Card(
                title + ": " + incidents.counts(),
                tone(incidents),
                List.of(Span.strong(title), Span.text(" of this alert storm: " + incidents.counts())),
                List.of(
                        incidents.lines(),
                        Element.context(
                                Span.text("Each is an incident of its own and pages its people: type "),
                                Span.code("show " + views.getFirst().number()),
                                Span.text(" or another number for more."))),
                incidents.acknowledgeAll(),
                List.of());
    }

    private static Tone tone(ManyIncidents incidents) {
        if (!incidents.unclaimed().isEmpty()) return Tone.ALARM;
        return incidents.areAllOver() ? Tone.GOOD : Tone.CLAIMED;
    }
}
