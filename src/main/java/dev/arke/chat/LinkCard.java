package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.Actor;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The message with a one-time link, to the responder whose an account says it is. */
public final class LinkCard {
    private LinkCard() {}

    public static Card of(Actor.Unlinked account, String responder, URI page, Instant expiresAt) {
        var who = AccountWords.of(account);
        return new Card(
                who + " says it is yours. If so, confirm it: " + page,
                Tone.WARNING,
                List.of(Span.text("Is this account yours?")),
                List.of(
                        Element.paragraph(Span.strong(who), Span.text(" says that it is yours, " + responder + ".")),
                        Element.paragraph(
                                Span.text("If it is, "),
                                new Span.Link("confirm it", page),
                                Span.text(" before "),
                                Span.clock(expiresAt),
                                Span.text(". From then on it acts with your name and your rights.")),
                        Element.context(Span.text(
                                "If it is not, do nothing, and tell an admin: somebody wants to act as you."))),
                List.of(),
                List.of());
    }
}
