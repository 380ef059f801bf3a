package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.engine.people.RememberWanted;
import dev.arke.responder.Actor;
import dev.arke.responder.Wanted;
import java.util.List;

/** What is said and done about accounts that nobody is linked to: linking is offered, and what they wanted is kept. */
final class Linking {
    private static final int LONGEST_KEPT = 2_000;

    private final RememberWanted rememberWanted;

    Linking(RememberWanted rememberWanted) {
        this.rememberWanted = rememberWanted;
    }

    /** The card, and for those whom nobody knows how that changes. */
    static Card offer(Asked asked, Card card) {
        return asked.actor() instanceof Actor.Unlinked
                ? card.and(
                        Element.context(Span.text(asked.grammar().say("connect.offer"))),
                        new Element.Actions(
                                List.of(Button.primary(asked.grammar().say("connect.button"), "connect"))))
                : card;
    }

    /** Keeps the line of somebody whom nobody knows, who was refused it; it is done once they are linked. */
    Reply keep(Asked asked, String line, Card refusal) {
        if (!(asked.actor() instanceof Actor.Unlinked account)) return new Reply.Private(refusal);
        if (line.length() > LONGEST_KEPT) return new Reply.Private(offer(asked, refusal));
        var place = asked.place();
        rememberWanted.remember(
                account,
                new Wanted(
                        line,
                        place.bot().id(),
                        place.bot().name(),
                        place.bot().root(),
                        asked.asker().zone().getId(),
                        place.channel(),
                        place.threadRef(),
                        place.mentions()));
        return new Reply.Private(refusal.and(
                Element.context(Span.text(asked.grammar().say("connect.keep"))),
                new Element.Actions(List.of(Button.primary(asked.grammar().say("connect.button"), "connect")))));
    }
}
