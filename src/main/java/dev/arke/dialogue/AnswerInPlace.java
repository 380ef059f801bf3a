package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.responder.Actor;
import dev.arke.responder.Wanted;

/** A chat's way to answer an account alone, in the place where it asked a while ago. */
@FunctionalInterface
public interface AnswerInPlace {
    /** For chats that cannot; a direct message is left. */
    AnswerInPlace NOWHERE = (account, where, card) -> false;

    /** Whether it was shown there. Throws nothing. */
    boolean answer(Actor.Unlinked account, Wanted where, Card card);
}
