package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/** The message that pages one person; once somebody has the incident it shrinks to a line that says who. */
public final class PageCard {
    private PageCard() {}

    /** As it is sent. */
    public static Card page(IncidentView view, PageReason reason) {
        return page(view, why(reason));
    }

    private static Card page(IncidentView view, String why) {
        var card = IncidentCard.of(view);
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(why));
        body.addAll(card.body());
        return new Card("Page: " + view.headline(), card.tone(), card.title(), body, card.buttons(), card.more());
    }

    /** As it is edited later; {@code reader} is the name of the person paged. */
    public static Card edited(IncidentView view, PageReason reason, String reader) {
        return switch (view.incident()) {
            case Incident.Triggered ignored -> page(view, isPagedNow(view, reader) ? why(reason) : whyBefore(reason));
            case Incident.Acknowledged held -> acknowledged(view, held, reason, reader);
            case Incident.Snoozed ignored -> stub(view, "");
            case Incident.Resolved ignored -> stub(view, "");
        };
    }

    /** Who was asked to help somebody stays asked when that somebody has it. */
    private static Card acknowledged(IncidentView view, Incident.Acknowledged held, PageReason reason, String reader) {
        if (held.owner().label().equals(reader)) return own(view);
        return reason instanceof PageReason.AskedBy
                ? page(view, reason)
                : stub(view, " Nothing is left for you to do.");
    }

    private static String why(PageReason reason) {
        return switch (reason) {
            case PageReason.OfStep step ->
                "You are paged (step " + step.step() + "). Take it, or somebody else is paged next.";
            case PageReason.LastResort ignored ->
                "You are paged as the last resort: nobody took this before you, and paging goes on until somebody"
                        + " does.";
            case PageReason.Admin ignored -> "You are paged as an admin of the team: nobody else could be reached.";
            case PageReason.AskedBy asked -> asked.name() + " asks for you on this incident.";
            case PageReason.Unknown ignored -> "You are paged. Take it, or somebody else is paged next.";
        };
    }

    private static boolean isPagedNow(IncidentView view, String reader) {
        return view.paged().isEmpty()
                || view.paged().stream().anyMatch(paged -> paged.name().equals(reader));
    }

    /** When paging has gone on to somebody else. */
    private static String whyBefore(PageReason reason) {
        return reason instanceof PageReason.AskedBy
                ? why(reason)
                : "You were paged, and by now somebody else is. You can still take it.";
    }

    private static Card own(IncidentView view) {
        var incident = view.incident();
        return new Card(
                "You have #" + view.number(),
                IncidentWords.tone(incident),
                IncidentCard.title(view),
                List.of(Element.paragraph("You have it. Nobody else is paged.")),
                IncidentWords.buttons(view),
                IncidentMenu.of(view));
    }

    private static Card stub(IncidentView view, String also) {
        var spans = new ArrayList<>(IncidentWords.state(view));
        if (!also.isEmpty()) spans.add(Span.text(also));
        return new Card(
                "#" + view.number() + ": " + PlainText.of(spans),
                IncidentWords.tone(view.incident()),
                IncidentCard.title(view),
                List.of(new Element.Paragraph(spans)),
                List.of(),
                List.of());
    }
}
