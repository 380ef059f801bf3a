package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/** The message that pages one person; once somebody has the incident it shrinks to a line that says who. */
public final class PageCard {
    private PageCard() {}

    /** As it is sent. */
    public static Card page(IncidentView view, PageReason reason, Phrases phrases) {
        return page(view, why(reason, phrases), phrases);
    }

    private static Card page(IncidentView view, String why, Phrases phrases) {
        var card = IncidentCard.of(view, phrases);
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(why));
        body.addAll(card.body());
        return new Card(
                phrases.say("page", view.headline(phrases)),
                card.tone(),
                card.title(),
                body,
                card.buttons(),
                card.more());
    }

    /** As it is edited later; {@code reader} is the name of the person paged. */
    public static Card edited(IncidentView view, PageReason reason, String reader, Phrases phrases) {
        return switch (view.incident()) {
            case Incident.Triggered ignored ->
                page(view, isPagedNow(view, reader) ? why(reason, phrases) : whyBefore(reason, phrases), phrases);
            case Incident.Acknowledged held -> acknowledged(view, held, reason, reader, phrases);
            case Incident.Snoozed ignored -> stub(view, "", phrases);
            case Incident.Resolved ignored -> stub(view, "", phrases);
        };
    }

    /** As it stays once the next one has arrived: what can be done is there. */
    public static Card cameAgain(IncidentView view, Phrases phrases) {
        var spans = new ArrayList<Span>();
        if (!(view.incident() instanceof Incident.Triggered)) {
            spans.addAll(IncidentWords.state(view, phrases));
            spans.add(Span.text(" "));
        }
        spans.add(Span.text(phrases.say("again")));
        return stub(view, spans, Tone.NEUTRAL, phrases);
    }

    /** Who was asked to help somebody stays asked when that somebody has it. */
    private static Card acknowledged(
            IncidentView view, Incident.Acknowledged held, PageReason reason, String reader, Phrases phrases) {
        if (held.owner().person().filter(reader::equals).isPresent()) return own(view, phrases);
        return reason instanceof PageReason.AskedBy
                ? page(view, reason, phrases)
                : stub(view, " " + phrases.say("nothing.left"), phrases);
    }

    private static String why(PageReason reason, Phrases phrases) {
        return switch (reason) {
            case PageReason.OfStep step -> phrases.say("why.step", step.step());
            case PageReason.LastResort ignored -> phrases.say("why.last.resort");
            case PageReason.Admin ignored -> phrases.say("why.admin");
            case PageReason.AskedBy asked -> phrases.say("why.asked", asked.name());
            case PageReason.Unknown ignored -> phrases.say("why.unknown");
        };
    }

    private static boolean isPagedNow(IncidentView view, String reader) {
        return view.paged().isEmpty()
                || view.paged().stream().anyMatch(paged -> paged.name().equals(reader));
    }

    /** When paging has gone on to somebody else. */
    private static String whyBefore(PageReason reason, Phrases phrases) {
        return reason instanceof PageReason.AskedBy ? why(reason, phrases) : phrases.say("why.before");
    }

    private static Card own(IncidentView view, Phrases phrases) {
        return new Card(
                phrases.say("own.summary", view.number()),
                IncidentWords.tone(view.incident()),
                IncidentCard.title(view),
                List.of(Element.paragraph(phrases.say("own"))),
                IncidentWords.buttons(view, phrases),
                IncidentMenu.of(view, phrases));
    }

    private static Card stub(IncidentView view, String also, Phrases phrases) {
        var spans = new ArrayList<>(IncidentWords.state(view, phrases));
        if (!also.isEmpty()) spans.add(Span.text(also));
        return stub(view, spans, IncidentWords.tone(view.incident()), phrases);
    }

    private static Card stub(IncidentView view, List<Span> spans, Tone tone, Phrases phrases) {
        return new Card(
                "#" + view.number() + ": " + PlainText.of(spans, phrases.reader()),
                tone,
                IncidentCard.title(view),
                List.of(new Element.Paragraph(spans)),
                List.of(),
                List.of());
    }
}
