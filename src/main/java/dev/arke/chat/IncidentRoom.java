package dev.arke.chat;

import dev.arke.responder.ChannelAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A channel of its own for an incident, and how far Arke is with it. {@code name} is the one wished for until the chat has
 * given one; {@code invited}: who was asked in; {@code topic}, {@code pinned}: whether that was seen to.
 */
public record IncidentRoom(
        UUID incidentId,
        Rooms.Spot spot,
        String openedBy,
        IncidentRoom.State state,
        String name,
        Optional<ChannelAddress> channel,
        Optional<URI> link,
        Set<UUID> invited,
        boolean topic,
        boolean pinned,
        int wanted,
        int attempts,
        Optional<String> problem) {
    public IncidentRoom {
        invited = Set.copyOf(invited);
    }

    /** Where a room stands. */
    public enum State {
        OPENING,
        OPEN,
        /** The chat would not make it. */
        FAILED,
        /** Archived or deleted; another one can be opened. */
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A room that is to be made. */
    public static IncidentRoom wanted(UUID incidentId, Rooms.Spot spot, String openedBy, String name) {
        return new IncidentRoom(
                incidentId,
                spot,
                openedBy,
                State.OPENING,
                name,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false,
                false,
                1,
                0,
                Optional.empty());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The chat has made it. */
    public IncidentRoom made(Rooms.Made made) {
        return new IncidentRoom(
                incidentId,
                spot,
                openedBy,
                State.OPEN,
                made.name(),
                Optional.of(made.channel()),
                made.link(),
                invited,
                topic,
                pinned,
                wanted,
                0,
                Optional.empty());
    }

    public IncidentRoom inviting(Set<UUID> more) {
        var all = new HashSet<>(invited);
        all.addAll(more);
        return with(state, all, topic, pinned, 0, problem);
    }

    public IncidentRoom topicSeenTo() {
        return with(state, invited, true, pinned, 0, problem);
    }

    public IncidentRoom pinSeenTo() {
        return with(state, invited, topic, true, 0, problem);
    }

    /** It did not work this time. */
    public IncidentRoom failedOnce(String why) {
        return with(state, invited, topic, pinned, attempts + 1, Optional.of(why));
    }

    public IncidentRoom ended(State how, Optional<String> why) {
        return with(how, invited, topic, pinned, 0, why);
    }

    private IncidentRoom with(
            State now, Set<UUID> asked, boolean hasTopic, boolean hasPin, int failures, Optional<String> why) {
        return new IncidentRoom(
                incidentId, spot, openedBy, now, name, channel, link, asked, hasTopic, hasPin, wanted, failures, why);
    }
}
