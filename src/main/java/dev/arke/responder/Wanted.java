package dev.arke.responder;

import java.util.Map;
import java.util.Optional;

/**
 * What an account asked for before anybody knew whose it is: the line, and where it was typed, so that it can be done
 * once that is known. {@code zone} is the typist's; {@code botId}, {@code botName} and {@code root} are how Arke is
 * addressed there.
 */
public record Wanted(
        String line,
        String botId,
        String botName,
        String root,
        String zone,
        Optional<ChannelAddress> channel,
        Optional<String> threadRef,
        Map<String, String> mentions) {
    public Wanted {
        mentions = Map.copyOf(mentions);
    }
}
