package dev.arke.scenario;

import dev.arke.boot.Conversation;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Place;
import dev.arke.responder.ContactKind;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What people say to the bot by themselves, in the built-in chat. */
final class Talk {
    private Talk() {}

    static Reply answer(World world, String who, String line) {
        var asker = new Asker(ContactKind.SANDBOX, "sandbox", who, who, ZoneOffset.UTC, Asker.Kind.MEMBER);
        var place = new Place(new Bot("arke", "Arke", "/oncall"), Optional.empty(), Optional.empty(), Map.of());
        return Conversation.with(world.engine()).answer(asker, place, line);
    }

    /** The answer's words, empty when it was not told to them alone. */
    static String says(World world, String who, String line) {
        return answer(world, who, line) instanceof Reply.Private told ? PlainText.of(told.card()) : "";
    }
}
