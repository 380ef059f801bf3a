package dev.arke.slack.web;

import java.util.Optional;

/**
 * What a message is found by: its channel, as Slack answered it, and its time stamp: {@code C0PAY:1712345678.000100}. A
 * place's thread is written the same way.
 */
public record MessageRef(SlackAddress channel, String ts) {
    public static Optional<MessageRef> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,12}\\.\\d{1,9}")) return Optional.empty();
        return SlackAddress.parse(text.substring(0, colon))
                .filter(address -> !address.isPerson())
                .map(address -> new MessageRef(address, text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return channel + ":" + ts;
    }
}
