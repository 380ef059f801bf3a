package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.delivery.Message.Purpose;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rooms that Arke makes in the built-in chat: in the rail, with their topic and pinned message. */
final class SandboxRoomsPortTest {
    private static final ChannelAddress ROOM = new ChannelAddress(ContactKind.SANDBOX, "inc-12-disk-full");
    private static final Rooms.Spot SPOT = new Rooms.Spot(ContactKind.SANDBOX, "sandbox", Optional.empty());

    private final SandboxServer server = new SandboxServer();
    private final Browser alice = new Browser(server.port());
    private final SandboxRooms rooms = new SandboxRooms(server.chat.rooms());

    @AfterEach
    void close() {
        alice.close();
        server.close();
    }

    @Test
    void aRoomIsInTheRailUntilItIsArchived() {
        assertThat(alice.get("/sandbox/alice/inc-12-disk-full").statusCode()).isEqualTo(404);

        assertThat(rooms.create(SPOT, ROOM.address()))
                .isEqualTo(new RoomAnswer.Done<>(new Rooms.Made(ROOM, ROOM.address(), Optional.empty())));
        rooms.changeTopic(ROOM, topic -> "#12 <shop>: disk full");
        var card = server.post(Purpose.CARD, ROOM.address(), Card.line("It is broken"));
        server.post(Purpose.NOTICE, ROOM.address(), Card.line("I could not invite eve."));
        rooms.pin(ROOM, card);

        var page = alice.open("/sandbox/alice/inc-12-disk-full");
        assertThat(page).contains("#12 &lt;shop&gt;: disk full", "href=\"#m-" + card + "\"", "I could not invite eve.");
        assertThat(alice.open("/sandbox/alice/payments")).contains("inc-12-disk-full");

        rooms.archive(ROOM);
        assertThat(alice.open("/sandbox/alice/payments")).doesNotContain("inc-12-disk-full");
        rooms.create(SPOT, ROOM.address());
        assertThat(server.chat.rooms().find(ROOM.address()).topic()).isEmpty();
    }

    @Test
    void everybodyIsInEveryRoomAndThereAreNoGroups() {
        assertThat(rooms.invite(ROOM, List.of())).isEqualTo(new RoomAnswer.Done<>(List.of()));
        assertThat(rooms.setMembers(ROOM, "oncall", List.of())).isInstanceOf(RoomAnswer.NotAllowed.class);
        assertThat(rooms.changeTopic(new ChannelAddress(ContactKind.SANDBOX, "payments"), topic -> topic + "hello"))
                .isEqualTo(new RoomAnswer.Done<>("hello"));
        assertThat(server.chat.rooms().made()).isEmpty();
    }
}
