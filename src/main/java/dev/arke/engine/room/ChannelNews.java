package dev.arke.engine.room;

import dev.arke.responder.ChannelAddress;

/** What a chat can tell of a channel that Arke may be linked to. */
public sealed interface ChannelNews {
    /** Nobody can post there for now. */
    record Archived() implements ChannelNews {}

    record Unarchived() implements ChannelNews {}

    /** Arke was added to it, and can post there. */
    record Joined() implements ChannelNews {}

    /** Arke was removed from it. */
    record Left() implements ChannelNews {}

    /** {@code name} is without a sign before it. */
    record Renamed(String name) implements ChannelNews {}

    /** It is gone for good. */
    record Deleted() implements ChannelNews {}

    /** The platform has another address for it, as when it is shared with another workspace. */
    record Moved(ChannelAddress to) implements ChannelNews {}
}
