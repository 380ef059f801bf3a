package dev.arke.dialogue;

import dev.arke.chat.ChatContext.Bot;
import dev.arke.responder.ChannelAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Where a line was typed. {@code bot} is how Arke is addressed there; {@code channel} is empty in direct messages;
 * {@code threadRef} is the carrier's reference of the message whose thread it is, or that was clicked; {@code mentions}
 * gives the platform ids of the people whom the line mentions by label (Teams).
 */
public record Place(
        Bot bot, Optional<ChannelAddress> channel, Optional<String> threadRef, Map<String, String> mentions) {
    public Place {
        mentions = Map.copyOf(mentions);
    }
}
