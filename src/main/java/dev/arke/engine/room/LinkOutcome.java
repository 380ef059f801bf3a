package dev.arke.engine.room;

import dev.arke.chat.ChannelLink;
import dev.arke.responder.Refusal;
import java.util.List;
import java.util.Optional;

/** What came of linking or unlinking a channel. */
public sealed interface LinkOutcome {
    /** It is linked so now; {@code before} are its options until then, empty when it was not linked. */
    record Linked(ChannelLink link, Optional<ChannelLink.Options> before) implements LinkOutcome {}

    /** It was as it was asked to be. */
    record Already(ChannelLink link) implements LinkOutcome {}

    record Unlinked(ChannelLink link) implements LinkOutcome {}

    /** There is no such link; {@code ofFile}: it is a channel of that team by the team file. */
    record NotLinked(boolean ofFile) implements LinkOutcome {}

    /** Nothing was named and several are linked. */
    record Which(List<ChannelLink> links) implements LinkOutcome {
        public Which {
            links = List.copyOf(links);
        }
    }

    record Refused(Refusal why) implements LinkOutcome {}
}
