package dev.arke.sandbox;

import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.chat.SandboxRoom;
import dev.arke.engine.delivery.KeepSandboxRooms;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The built-in chat's rooms: everybody is in all of them, and there are no user groups. */
public final class SandboxRooms implements Rooms {
    private final KeepSandboxRooms rooms;

    public SandboxRooms(KeepSandboxRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public ContactKind platform() {
        return ContactKind.SANDBOX;
    }

    @Override
    public RoomAnswer<String> changeTopic(ChannelAddress channel, UnaryOperator<String> change) {
        return new RoomAnswer.Done<>(rooms.change(
                        channel.address(),
                        room -> new SandboxRoom(
                                room.name(), room.made(), change.apply(room.topic()), room.pinned(), room.archived()))
                .topic());
    }

    @Override
    public RoomAnswer<List<LeftOut>> setMembers(ChannelAddress near, String group, List<Person> people) {
        return new RoomAnswer.NotAllowed<>("The built-in chat has no user groups.");
    }

    @Override
    public RoomAnswer<Made> create(Spot spot, String name) {
        rooms.change(
                name,
                room -> new SandboxRoom(room.name(), true, room.archived() ? "" : room.topic(), room.pinned(), false));
        return new RoomAnswer.Done<>(new Made(new ChannelAddress(ContactKind.SANDBOX, name), name, Optional.empty()));
    }

    @Override
    public RoomAnswer<List<LeftOut>> invite(ChannelAddress channel, List<Person> people) {
        return new RoomAnswer.Done<>(List.of());
    }

    @Override
    public RoomAnswer<RoomAnswer.Nothing> pin(ChannelAddress channel, String messageRef) {
        rooms.change(
                channel.address(),
                room -> new SandboxRoom(
                        room.name(),
                        room.made(),
                        room.topic(),
                        Optional.of(UUID.fromString(messageRef)),
                        room.archived()));
        return RoomAnswer.done();
    }

    @Override
    public RoomAnswer<RoomAnswer.Nothing> archive(ChannelAddress channel) {
        rooms.change(
                channel.address(),
                room -> new SandboxRoom(room.name(), room.made(), room.topic(), room.pinned(), true));
        return RoomAnswer.done();
    }
}
