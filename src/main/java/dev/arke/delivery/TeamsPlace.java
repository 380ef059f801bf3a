package dev.arke.delivery;

import java.util.Optional;

/**
 * A conversation of Teams in which Arke is installed. {@code serviceUrl} is where it is answered, as Teams itself said in
 * a request that was proved to be its own; {@code teamId} is the team of a channel.
 */
public record TeamsPlace(
        String conversationId, String tenant, Kind kind, Optional<String> teamId, String serviceUrl, String botId) {
    /** What kind of conversation. */
    public enum Kind {
        PERSONAL,
        GROUP,
        CHANNEL
    }
}
