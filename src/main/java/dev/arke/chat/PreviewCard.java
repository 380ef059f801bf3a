package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a page of a service would say by one way of contact, as whoever writes its template wants to see it. */
public final class PreviewCard {
    private PreviewCard() {}

    /** {@code number}: of the incident it is made of; {@code problem}: why the template that there is failed. */
    public static Card of(
            String service, ContactKind way, long number, Card page, boolean isOwn, Optional<String> problem) {
        var by = ContactWords.way(way);
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(problem.map(why -> "The template of " + service + " for " + by + " fails: " + why
                        + ". So a page goes out in the usual words, and the team is told:")
                .orElseGet(() -> isOwn
                        ? "In the words of its template:"
                        : service + " has no template for " + by + ", so a page has the usual words:")));
        boolean isShort = way == ContactKind.SMS || way == ContactKind.CALL;
        if (!isShort) body.add(new Element.Fields(List.of(Element.Field.of("Subject", Span.text(page.summary())))));
        body.add(new Element.Verbatim(PlainText.of(page.withoutButtons())));
        var title = "A page of " + service + " by " + by + ", made of #" + number;
        return new Card(
                title,
                problem.isPresent() ? Tone.WARNING : Tone.NEUTRAL,
                List.of(Span.text(title)),
                body,
                List.of(),
                List.of());
    }
}
