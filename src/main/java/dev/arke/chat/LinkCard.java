package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.Actor;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The message with a one-time link, to the responder whose an account says it is. */
public final class LinkCard {
    private LinkCard() {}

    public static Card of(Actor.Unlinked account, String responder, URI page, Instant expiresAt, Phrases say) {
        var who = AccountWords.of(account, say.reader());
        return new Card(
                say.say("link", who, page),
                Tone.WARNING,
                List.of(Span.text(say.say("link.title"))),
                List.of(
                        new Element.Paragraph(say.spans("link.claim", Span.strong(who), Span.text(responder))),
                        new Element.Paragraph(say.spans(
                                "link.confirm", new Span.Link(say.say("link.here"), page), Span.clock(expiresAt))),
                        Element.context(Span.text(say.say("link.not")))),
                List.of(),
                List.of());
    }
}
