package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.engine.delivery.ReadSent.Sent;
import java.util.Map;
import java.util.Optional;

/** Lines of people whom a message of ours reached, as if they had typed them below it. */
final class ByMail {
    static final Bot NOBODY = new Bot("arke", "Arke", "");

    private ByMail() {}

    /** Who is asked knows nothing of chats: the message itself was the proof of who it is. */
    static Reply run(Dialogue dialogue, Sent sent, String line) {
        var place = new Place(
                NOBODY, Optional.empty(), sent.row().progress().shown().messageRef(), Map.of());
        return dialogue.answer(Asker.reached(sent.row().to().carrier(), sent.to()), place, line);
    }

    /** In words, without what only chats can click. */
    static String words(Reply reply) {
        return switch (reply) {
            case Reply.Private told -> words(told.card());
            case Reply.Public told -> words(told.card());
            case Reply.Open ignored -> "That needs a form, which only a chat can open. Nothing was done.";
            case Reply.Silent ignored -> "Nothing was done.";
        };
    }

    private static String words(Card card) {
        return PlainText.of(card.withoutButtons());
    }
}
