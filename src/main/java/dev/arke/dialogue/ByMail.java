package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import dev.arke.card.Reply;
import dev.arke.chat.AnswerPhrases;
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
    static String words(Reply reply, Reader reader) {
        return switch (reply) {
            case Reply.Private told -> words(told.card(), reader);
            case Reply.Public told -> words(told.card(), reader);
            case Reply.Open ignored -> AnswerPhrases.in(reader).say("mail.form");
            case Reply.Silent ignored -> AnswerPhrases.in(reader).say("mail.nothing");
        };
    }

    private static String words(Card card, Reader reader) {
        return PlainText.of(card.withoutButtons(), reader);
    }
}
