package dev.arke.engine.room;

import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The chats that are connected, by platform; one that is not says so. */
final class ChatRooms {
    private final Map<ContactKind, Rooms> chats = new EnumMap<>(ContactKind.class);

    ChatRooms(Collection<Rooms> chats) {
        for (var kind : ContactKind.values()) this.chats.put(kind, new NotConnected(kind));
        chats.forEach(rooms -> this.chats.put(rooms.platform(), rooms));
    }

    Rooms of(ContactKind platform) {
        var rooms = chats.get(platform);
        if (rooms == null) throw new IllegalStateException("no rooms for " + platform);
        return rooms;
    }

    private record NotConnected(ContactKind platform) implements Rooms {
        private <T> RoomAnswer<T> no() {
            return new RoomAnswer.NotAllowed<>("This server cannot do that in " + platform.word() + ".");
        }

        @Override
        public RoomAnswer<String> changeTopic(ChannelAddress channel, UnaryOperator<String> change) {
            return no();
        }

        @Override
        public RoomAnswer<List<LeftOut>> setMembers(ChannelAddress near, String group, List<Person> people) {
            return no();
        }

        @Override
        public RoomAnswer<Made> create(Spot spot, String name) {
            return no();
        }

        @Override
        public RoomAnswer<List<LeftOut>> invite(ChannelAddress channel, List<Person> people) {
            return no();
        }

        @Override
        public RoomAnswer<RoomAnswer.Nothing> pin(ChannelAddress channel, String messageRef) {
            return no();
        }

        @Override
        public RoomAnswer<RoomAnswer.Nothing> archive(ChannelAddress channel) {
            return no();
        }
    }
}
