package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Channels and direct messages. */
public final class FakeRooms {
    /** A conversation; the bot may post in a public one without being in it. */
    public static final class Room {
        private final String id;
        private final String name;
        private final boolean open;
        private final Set<String> members = new LinkedHashSet<>();
        private final Set<String> pins = new LinkedHashSet<>();
        private boolean archived;
        private String topic = "";
        private String creator = "U0SOMEBODY";

        private Room(String id, String name, boolean open) {
            this.id = id;
            this.name = name;
            this.open = open;
        }

        public String id() {
            return id;
        }

        public String name() {
            return name;
        }

        public String topic() {
            return topic;
        }

        /** As people have written it, in Slack's way of writing. */
        public void topic(String written) {
            topic = written;
        }

        /** The timestamps of what is pinned. */
        public Set<String> pins() {
            return Set.copyOf(pins);
        }

        public boolean open() {
            return open;
        }

        /** The bot was removed, or never was there. */
        public void leave(String user) {
            members.remove(user);
        }

        public Set<String> members() {
            return Set.copyOf(members);
        }

        public boolean archived() {
            return archived;
        }

        boolean isDirect() {
            return id.startsWith("D");
        }
    }

    private final FakePeople people;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private int created;

    FakeRooms(FakePeople people) {
        this.people = people;
    }

    /** A public channel with the bot in it. */
    public Room channel(String id, String name) {
        return add(new Room(id, name, true), FakeSlack.BOT);
    }

    /** A private channel without the bot. */
    public Room closed(String id, String name) {
        return add(new Room(id, name, false));
    }

    private Room add(Room room, String... members) {
        room.members.addAll(Set.of(members));
        rooms.put(room.id, room);
        return room;
    }

    public void archive(String id) {
        get(id).archived = true;
    }

    public Room get(String id) {
        return find(id).orElseThrow(() -> new Refused("channel_not_found"));
    }

    private Optional<Room> find(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.ofEntries(
                Map.entry("conversations.open", this::open),
                Map.entry("conversations.info", call -> answer(known(call))),
                Map.entry("conversations.create", this::create),
                Map.entry("conversations.invite", this::invite),
                Map.entry("conversations.join", call -> answer(joined(known(call)))),
                Map.entry("conversations.setTopic", this::setTopic),
                Map.entry("conversations.archive", this::archive),
                Map.entry("conversations.members", this::members),
                Map.entry("users.conversations", this::mine),
                Map.entry("pins.add", this::pin));
    }

    /** Where a message for this address goes: a channel that takes one, or somebody's direct messages. */
    Room forPosting(String address) {
        var room = address.startsWith("U") || address.startsWith("W") ? direct(address) : get(address);
        if (room.archived) throw new Refused("is_archived");
        if (!room.open && !room.isDirect() && !room.members.contains(FakeSlack.BOT))
            throw new Refused("channel_not_found");
        return room;
    }

    /** The direct messages with somebody, {@code D0ALICE} for {@code U0ALICE}. */
    public Room direct(String user) {
        people.reachable(user);
        var id = "D" + user.substring(1);
        return find(id).orElseGet(() -> add(new Room(id, user, false), FakeSlack.BOT, user));
    }

    private ObjectNode open(Call call) {
        return answer(direct(call.get("users")));
    }

    private Room known(Call call) {
        var room = get(call.get("channel"));
        if (!room.open && !room.members.contains(FakeSlack.BOT)) throw new Refused("channel_not_found");
        return room;
    }

    private static Room joined(Room room) {
        room.members.add(FakeSlack.BOT);
        return room;
    }

    private ObjectNode create(Call call) {
        var name = call.get("name");
        if (!name.matches("[\\p{Ll}\\p{Lo}0-9_-]{1,80}")) throw new Refused("invalid_name");
        if (rooms.values().stream().anyMatch(room -> room.name.equals(name))) throw new Refused("name_taken");
        var room = new Room("C0NEW" + ++created, name, !call.is("is_private"));
        room.creator = FakeSlack.BOT;
        return answer(add(room, FakeSlack.BOT));
    }

    /** Those that the bot is in, two to a page. */
    private ObjectNode mine(Call call) {
        var all = rooms.values().stream()
                .filter(room -> !room.isDirect() && room.members.contains(FakeSlack.BOT))
                .filter(room -> !call.is("exclude_archived") || !room.archived)
                .toList();
        int from =
                Integer.parseInt(call.find("cursor").filter(at -> !at.isEmpty()).orElse("0"));
        int to = Math.min(from + 2, all.size());
        var answer = Wire.object();
        var channels = answer.putArray("channels");
        all.subList(from, to).forEach(room -> channels.add(json(room)));
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "" + to : "");
        return answer;
    }

    private ObjectNode pin(Call call) {
        if (!inside(call).pins.add(call.get("timestamp"))) throw new Refused("already_pinned");
        return Wire.object();
    }

    private ObjectNode invite(Call call) {
        var room = inside(call);
        var users = FakeSlack.ids(call.get("users"));
        for (var user : users) {
            people.reachable(user);
            if (room.members.contains(user)) throw new Refused("already_in_channel");
        }
        room.members.addAll(users);
        return answer(room);
    }

    private Room inside(Call call) {
        var room = get(call.get("channel"));
        if (!room.members.contains(FakeSlack.BOT)) throw new Refused("not_in_channel");
        if (room.archived) throw new Refused("is_archived");
        return room;
    }

    private ObjectNode setTopic(Call call) {
        var room = inside(call);
        var topic = call.find("topic").orElse("");
        if (topic.length() > 250) throw new Refused("too_long");
        room.topic = topic;
        return answer(room);
    }

    private ObjectNode archive(Call call) {
        var room = get(call.get("channel"));
        if (room.archived) throw new Refused("already_archived");
        inside(call).archived = true;
        return Wire.object();
    }

    private ObjectNode members(Call call) {
        var answer = Wire.object();
        known(call).members.forEach(answer.putArray("members")::add);
        return answer;
    }

    private static ObjectNode answer(Room room) {
        var answer = Wire.object();
        answer.set("channel", json(room));
        return answer;
    }

    private static ObjectNode json(Room room) {
        var channel = Wire.object()
                .put("id", room.id)
                .put("creator", room.creator)
                .put("name", room.name)
                .put("is_im", room.isDirect())
                .put("is_private", !room.open)
                .put("is_archived", room.archived)
                .put("is_member", room.members.contains(FakeSlack.BOT));
        channel.putObject("topic").put("value", room.topic);
        return channel;
    }
}
