package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.responder.ChannelAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A channel that shows the incidents of a service, or without one of all services of a team; and how it shows them. */
public record ChannelLink(
        UUID id, ChannelAddress channel, UUID teamId, Optional<UUID> serviceId, ChannelLink.Options options) {

    /** How the timeline of an incident is told in a channel. */
    public enum Timeline {
        /** Everything, as replies below the incident's card. */
        THREAD,
        /** What changes an incident's state, as posts of their own. */
        FLAT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Timeline ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A group of the platform's users: {@code ref} as the platform finds it, {@code name} as people read it. */
    public record UserGroup(String ref, String name) {}

    /**
     * {@code lowest}: incidents below are not shown. {@code topic} and {@code group} are kept to who is on call;
     * {@code handoffs}: whether each is announced.
     */
    public record Options(
            Priority lowest, Timeline timeline, boolean topic, Optional<UserGroup> group, boolean handoffs) {
        /** What a link is without a word about it. */
        public static final Options DEFAULT = new Options(Priority.LOW, Timeline.THREAD, false, Optional.empty(), true);
    }

    /** What is linked: the service, else the team. */
    public UUID subjectId() {
        return serviceId.orElse(teamId);
    }

    public boolean shows(Priority priority) {
        return !options.lowest().isAbove(priority);
    }

    public boolean isFlat() {
        return options.timeline() == Timeline.FLAT;
    }
}
