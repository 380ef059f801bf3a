package dev.arke.sandbox;

import dev.arke.chat.SandboxMessage;
import dev.arke.engine.delivery.ReadSandboxMessages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands in a room, and in the pane of one of its threads. */
final class RoomRenderer {
    private final MessageRenderer messages;
    private final Scene.Person me;
    private final Room room;

    RoomRenderer(Scene scene, Scene.Person me, Room room) {
        this.messages = new MessageRenderer(scene, me, room);
        this.me = me;
        this.room = room;
    }

    /** A stretch of messages with the private replies that belong between or after them. */
    Html stretch(ReadSandboxMessages.Room read, List<PrivateReply> privately) {
        var placed = new ArrayList<Placed>();
        for (var message : read.messages())
            placed.add(new Placed(
                    message.posted(),
                    0,
                    messages.inRoom(message, Optional.ofNullable(read.replies().get(message.id())))));
        for (var reply : privately)
            if (reply.thread().isEmpty())
                placed.add(new Placed(reply.after(), reply.number(), messages.privately(reply)));
        var earlier = read.earlier() ? earlier(read.messages().getFirst()) : Html.NONE;
        return Html.join(earlier, inOrder(placed));
    }

    private Html earlier(SandboxMessage oldest) {
        return Html.tag("button")
                .of("earlier")
                .with("hx-get", room.path(me.address()) + "/earlier?before=" + oldest.posted())
                .with("hx-target", "this")
                .with("hx-swap", "outerHTML")
                .text("Show earlier messages");
    }

    /** The pane of a thread: its first message, the replies, and a line to add one. */
    Html thread(ReadSandboxMessages.Conversation conversation, List<PrivateReply> privately) {
        var root = conversation.root();
        var placed = new ArrayList<Placed>();
        for (var reply : conversation.replies()) placed.add(new Placed(reply.posted(), 0, messages.inThread(reply)));
        for (var reply : privately)
            if (reply.thread().filter(root.id()::equals).isPresent())
                placed.add(new Placed(reply.after(), reply.number(), messages.privately(reply)));
        var header = Html.tag("header")
                .holding(
                        Html.tag("h2").text("Thread"),
                        Html.tag("a")
                                .of("close")
                                .with("href", room.path(me.address()))
                                .with("data-close-thread")
                                .with("aria-label", "Close thread")
                                .text("Close"));
        var log = Html.tag("div")
                .of("log")
                .with("role", "log")
                .with("aria-live", "polite")
                .with("aria-label", "Replies")
                .with("tabindex", "0")
                .with("data-root", root.id().toString())
                .holding(messages.inThread(root), Html.tag("div").of("below").holding(inOrder(placed)));
        return Html.join(header, log, composer(Optional.of(root.id())));
    }

    /** Where one types. */
    Html composer(Optional<UUID> thread) {
        var id = thread.isPresent() ? "thread-line" : "line";
        var where = thread.isPresent() ? "this thread" : name();
        var input = Html.tag("input")
                .with("id", id)
                .with("name", "line")
                .with("type", "text")
                .with("role", "combobox")
                .with("aria-autocomplete", "list")
                .with("aria-expanded", "false")
                .with("aria-controls", id + "-words")
                .with("autocomplete", "off")
                .with("autocapitalize", "off")
                .with("spellcheck", "false")
                .with("maxlength", "4000")
                .with("placeholder", thread.isPresent() ? "ack, note it is the cache" : "who, list, ack 42")
                .alone();
        return Html.tag("form")
                .of("composer")
                .with("hx-post", room.path(me.address()) + "/line")
                .with("hx-target", "#modal")
                .with("hx-swap", "innerHTML")
                .holding(
                        Html.tag("ul")
                                .of("words")
                                .with("id", id + "-words")
                                .with("role", "listbox")
                                .with("aria-label", "Suggestions")
                                .with("hidden")
                                .text(""),
                        Html.tag("label").of("sr").with("for", id).text("Command line for " + where),
                        MessageRenderer.hidden(
                                "thread", thread.map(UUID::toString).orElse("")),
                        Html.tag("div")
                                .of("line")
                                .holding(
                                        Html.tag("span")
                                                .of("root")
                                                .with("aria-hidden", "true")
                                                .text("/oncall"),
                                        input,
                                        Html.tag("button").of("primary").text("Send")));
    }

    /** How the room is called in a sentence. */
    String name() {
        return room.isDirect() ? "your messages from Arke" : room.key();
    }

    private static Html inOrder(List<Placed> placed) {
        return Html.join(placed.stream()
                .sorted(Comparator.comparingLong(Placed::posted).thenComparingLong(Placed::number))
                .map(Placed::html));
    }

    /** Something drawn, and where it belongs: messages by their change, private replies after the change before. */
    private record Placed(long posted, long number, Html html) {}
}
