package dev.arke.chat;

import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.util.Optional;

/** What is known of a channel: its name on the platform, and why and since when nothing can be posted there. */
public record ChannelState(ChannelAddress channel, Optional<String> name, Optional<Problem> problem) {
    /** {@code words} is a sentence that says what to do. */
    public record Problem(String words, Instant since) {}

    /** The channel as people know it: "#payments", else its address. */
    public String shown() {
        return shown(channel, name);
    }

    public static String shown(ChannelAddress channel, Optional<String> name) {
        return name.map(known -> known.startsWith("#") ? known : "#" + known).orElse(channel.toString());
    }
}
