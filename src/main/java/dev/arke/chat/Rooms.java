package dev.arke.chat;

import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Identity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The port to what a chat can do with its rooms besides carrying messages. Every call is made outside any transaction, on
 * many threads at once; it answers with an outcome, throws nothing, ends within its own time limit, and may be repeated.
 */
public interface Rooms {
    ContactKind platform();

    /**
     * Gives a channel the topic that {@code change} makes of the present one; writes nothing when it is the same. Answers
     * the topic that is there now.
     */
    RoomAnswer<String> changeTopic(ChannelAddress channel, UnaryOperator<String> change);

    /**
     * Makes these people, at least one, the whole of a user group of the channel's workspace; {@code group} is an id or a
     * handle. Answers whom it could not take in.
     */
    RoomAnswer<List<LeftOut>> setMembers(ChannelAddress near, String group, List<Person> people);

    /**
     * Makes a channel of this name (lower case, at most 80 characters). One that Arke made under this name before is
     * answered as it is; where somebody else has the name, another is chosen that begins so.
     */
    RoomAnswer<Made> create(Spot spot, String name);

    /** Answers whom it could not invite; whoever is there already counts as invited. */
    RoomAnswer<List<LeftOut>> invite(ChannelAddress channel, List<Person> people);

    /** Pins a message that {@code messageRef}, as its carrier answered it, finds. */
    RoomAnswer<RoomAnswer.Nothing> pin(ChannelAddress channel, String messageRef);

    RoomAnswer<RoomAnswer.Nothing> archive(ChannelAddress channel);

    /** A responder with their accounts on this platform, in whichever workspaces; never none. */
    record Person(UUID responderId, String name, List<Identity> accounts) {
        public Person {
            accounts = List.copyOf(accounts);
        }
    }

    /** Somebody who could not be taken in; {@code why} follows the name in a sentence: "is a guest". */
    record LeftOut(UUID responderId, String why) {}

    /** Where a room is wanted: the workspace, and the channel where it was asked for. */
    record Spot(ContactKind platform, String tenant, Optional<ChannelAddress> near) {}

    /** A room that is there: its address, its name without a sign before it, and the page that opens it. */
    record Made(ChannelAddress channel, String name, Optional<URI> link) {}
}
