package dev.arke.sandbox;

import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A room of the built-in chat: a channel, "#payments", or somebody's direct messages from Arke, "@alice". */
record Room(String key) {
    Room {
        if (!key.startsWith("#") && !key.startsWith("@")) throw new IllegalArgumentException(key + " is no room");
    }

    static Room channel(String address) {
        return new Room(address.startsWith("#") ? address : "#" + address);
    }

    static Room direct(String address) {
        return new Room(address.startsWith("@") ? address : "@" + address);
    }

    /** Reads the last part of the path of a room's page. */
    static Room ofPath(String segment) {
        return segment.startsWith("@") ? new Room(segment) : channel(segment);
    }

    boolean isDirect() {
        return key.startsWith("@");
    }

    /** The channel's or person's address without the sign before it. */
    String address() {
        return key.substring(1);
    }

    /** The channel as the rest of Arke calls it. */
    ChannelAddress channelAddress() {
        return new ChannelAddress(ContactKind.SANDBOX, address());
    }

    /** The page of this room for the person with this address. */
    String path(String me) {
        return "/sandbox/" + encoded(me) + "/" + (isDirect() ? "@" : "") + encoded(address());
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
