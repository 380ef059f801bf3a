package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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
            String service,
            ContactKind way,
            long number,
            Card page,
            boolean isOwn,
            Optional<String> problem,
            Phrases say) {
        var by = ContactWords.way(way, NoticePhrases.in(say.reader()));
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(problem.map(why -> say.say("preview.problem", service, by, why))
                .orElseGet(() -> isOwn ? say.say("preview.own") : say.say("preview.usual", service, by))));
        boolean isShort = way == ContactKind.SMS || way == ContactKind.CALL;
        if (!isShort)
            body.add(new Element.Fields(
                    List.of(Element.Field.of(say.say("preview.subject"), Span.text(page.summary())))));
        body.add(new Element.Verbatim(PlainText.of(page.withoutButtons())));
        var title = say.say("preview.title", service, by, number);
        return new Card(
                title,
                problem.isPresent() ? Tone.WARNING : Tone.NEUTRAL,
                List.of(Span.text(title)),
                body,
                List.of(),
                List.of());
    }
}
