package dev.arke.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.chat.SandboxMessage;
import dev.arke.engine.delivery.ReadSandboxMessages.Changes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What one open page has not been told yet: catching up after a lost connection and following what happens are the same
 * question asked again. For one thread.
 */
final class LiveFeed {
    /** How far a page has been told: the last change of the chat and the number of the last private reply. */
    record Cursor(long revision, long privately) {
        /** Reads what {@link #toString} wrote; the beginning when it is anything else. */
        static Cursor parse(String text) {
            var dot = text.indexOf('.');
            try {
                return dot < 0
                        ? new Cursor(0, 0)
                        : new Cursor(
                                Long.parseLong(text, 0, dot, 10), Long.parseLong(text, dot + 1, text.length(), 10));
            } catch (NumberFormatException e) {
                return new Cursor(0, 0);
            }
        }

        @Override
        public String toString() {
            return revision + "." + privately;
        }
    }

    /** Something to tell the page, and how far it has been told afterwards. */
    record Event(String name, String data, Cursor at) {}

    private final SandboxMessages messages;
    private final PrivateReplies privately;
    private final Supplier<Scene> scene;
    private final Visitor visitor;
    private final Room room;
    private final Set<UUID> privateOnPage = new HashSet<>();
    private Cursor cursor;
    private List<String> channels = List.of();
    private Map<String, Integer> unread = Map.of("", -1);

    LiveFeed(
            SandboxMessages messages,
            PrivateReplies privately,
            Supplier<Scene> scene,
            Visitor visitor,
            Room room,
            Cursor cursor) {
        this.messages = messages;
        this.privately = privately;
        this.scene = scene;
        this.visitor = visitor;
        this.room = room;
        this.cursor = cursor;
        privately.in(visitor, room, 0).forEach(reply -> privateOnPage.add(reply.id()));
    }

    /** What is new since the last call; at first, since the cursor. */
    List<Event> next() {
        var now = scene.get();
        var me = now.person(visitor.me());
        if (me.isEmpty()) return List.of();
        var renderer = new MessageRenderer(now, me.get(), room);
        var events = new ArrayList<Event>();
        Changes changes;
        do {
            changes = messages.read().changes(room.key(), cursor.revision());
            cursor = new Cursor(changes.revision(), cursor.privately());
            for (var message : changes.messages()) events.add(event(renderer, message, changes));
        } while (changes.more());
        tellPrivately(renderer, events);
        tellChannels(now, me.get(), events);
        tellUnread(events);
        return events;
    }

    private Event event(MessageRenderer renderer, SandboxMessage message, Changes changes) {
        if (message.threadOf().isPresent())
            return new Event("reply", renderer.inThread(message).markup(), cursor);
        var replies = Optional.ofNullable(changes.replies().get(message.id()));
        return new Event("message", renderer.inRoom(message, replies).markup(), cursor);
    }

    private void tellPrivately(MessageRenderer renderer, List<Event> events) {
        var present = privately.in(visitor, room, 0);
        for (var reply : present) {
            if (reply.number() <= cursor.privately()) continue;
            cursor = new Cursor(cursor.revision(), reply.number());
            privateOnPage.add(reply.id());
            events.add(new Event("private", renderer.privately(reply).markup(), cursor));
        }
        var gone = new HashSet<>(privateOnPage);
        gone.removeAll(present.stream().map(PrivateReply::id).collect(Collectors.toSet()));
        gone.forEach(id -> events.add(new Event("gone", "p-" + id, cursor)));
        privateOnPage.removeAll(gone);
    }

    private void tellChannels(Scene now, Scene.Person me, List<Event> events) {
        if (now.channels().equals(channels)) return;
        channels = now.channels();
        var counts = messages.unread().read(visitor.me());
        events.add(new Event(
                "channels", new RailRenderer(now, me, room, counts).channels().markup(), cursor));
    }

    private void tellUnread(List<Event> events) {
        var counts = messages.unread().read(visitor.me());
        if (counts.equals(unread)) return;
        unread = counts;
        var json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(counts).forEach(json::put);
        events.add(new Event("unread", json.toString(), cursor));
    }
}
