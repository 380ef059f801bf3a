package dev.arke.slack.inbound;

import dev.arke.engine.room.ChannelNews;
import dev.arke.responder.ChannelAddress;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who else wants to hear of what happens: that a team's user opened the home tab, that a team took the app away, and news of
 * channels, which may come twice. Told on threads of their own.
 */
public record Happenings(
        BiConsumer<String, String> homeOpened,
        Consumer<String> uninstalled,
        BiConsumer<ChannelAddress, ChannelNews> channels) {
    public static final Happenings NONE = new Happenings((team, user) -> {}, team -> {}, (channel, news) -> {});
}
