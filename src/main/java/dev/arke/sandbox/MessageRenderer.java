package dev.arke.sandbox;

import dev.arke.card.Card;
import dev.arke.card.Span;
import dev.arke.chat.SandboxMessage;
import dev.arke.chat.SandboxReplies;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Messages of a room as HTML, for one person's eyes. A message is a form, so that each of its buttons sends a line. */
final class MessageRenderer {
    private final Scene scene;
    private final Scene.Person me;
    private final Room room;
    private final CardRenderer cards;

    MessageRenderer(Scene scene, Scene.Person me, Room room) {
        this.scene = scene;
        this.me = me;
        this.room = room;
        this.cards = new CardRenderer(new SpanRenderer(Optional.of(me.responderId())));
    }

    /** A message as it stands in the room, with the way to its thread. */
    Html inRoom(SandboxMessage message, Optional<SandboxReplies> replies) {
        return render(message, "m-", "room", thread(message, replies));
    }

    /** A message as it stands in the pane of its thread. */
    Html inThread(SandboxMessage message) {
        return render(message, "t-", "thread", Html.NONE);
    }

    private Html render(SandboxMessage message, String prefix, String pane, Html below) {
        return Html.tag("article")
                .of(message.author().isPresent() ? "message said" : "message")
                .with("id", prefix + message.id())
                .with("data-posted", Long.toString(message.posted()))
                .with("data-thread", message.root().toString())
                .holding(
                        avatar(message.author()),
                        Html.tag("div")
                                .of("what")
                                .holding(
                                        header(message.author(), message.postedAt(), message.editedAt()),
                                        form(message.card(), message.id(), pane),
                                        below));
    }

    private static Html action(String what, String label) {
        return Html.tag("button")
                .of("quiet")
                .with("name", "what")
                .with("value", what)
                .text(label);
    }

    /** A reply that only this person sees, with what can be done about it. */
    Html privately(PrivateReply reply) {
        var actions = Html.tag("form")
                .of("private-actions")
                .with("hx-post", room.path(me.address()) + "/private/" + reply.id())
                .with("hx-swap", "none")
                .holding(
                        Html.tag("span").of("only-you").text("Only you can see this"),
                        reply.shareable() ? action("share", "Share") : Html.NONE,
                        action("dismiss", "Dismiss"));
        var article = Html.tag("article")
                .of("message private")
                .with("id", "p-" + reply.id())
                .with("data-posted", reply.after() + ".5")
                .with("data-thread", reply.thread().map(UUID::toString).orElse(""));
        return article.holding(
                avatar(Optional.empty()),
                Html.tag("div")
                        .of("what")
                        .holding(
                                header(Optional.empty(), reply.at(), Optional.empty()),
                                form(reply.card(), reply.id(), reply.thread().isPresent() ? "thread" : "room"),
                                actions));
    }

    private Html form(Card card, UUID at, String pane) {
        var form = Html.tag("form")
                .of("said-here")
                .with("hx-post", room.path(me.address()) + "/click")
                .with("hx-target", "#modal")
                .with("hx-swap", "innerHTML");
        return form.holding(hidden("at", at.toString()), hidden("pane", pane), cards.render(card));
    }

    static Html hidden(String name, String value) {
        return Html.tag("input")
                .with("type", "hidden")
                .with("name", name)
                .with("value", value)
                .alone();
    }

    private Html header(Optional<String> author, Instant at, Optional<Instant> editedAt) {
        var edited = editedAt.map(when -> Html.tag("span")
                        .of("edited")
                        .holding(Html.text("edited "), SpanRenderer.time(new Span.Time(when, Span.TimeStyle.CLOCK))))
                .orElse(Html.NONE);
        return Html.tag("header")
                .holding(
                        Html.tag("strong").of("author").text(name(author)),
                        author.isEmpty() ? Html.tag("span").of("bot").text("bot") : Html.NONE,
                        SpanRenderer.time(new Span.Time(at, Span.TimeStyle.CLOCK)),
                        edited);
    }

    private String name(Optional<String> author) {
        return author.map(address ->
                        scene.person(address).map(Scene.Person::fullName).orElse(address))
                .orElse("Arke");
    }

    private Html avatar(Optional<String> author) {
        return author.map(scene::avatar).orElseGet(Avatar::ofArke);
    }

    private Html thread(SandboxMessage message, Optional<SandboxReplies> replies) {
        var path = room.path(me.address());
        var link = Html.tag("a")
                .of(replies.isPresent() ? "replies" : "replies none")
                .with("href", path + "?thread=" + message.id())
                .with("hx-get", path + "/thread/" + message.id())
                .with("hx-target", "#thread")
                .with("hx-swap", "innerHTML")
                .with("hx-push-url", path + "?thread=" + message.id());
        if (replies.isEmpty() && message.card().title().isEmpty()) return Html.NONE;
        return replies.map(below -> link.holding(
                        Html.tag("strong").text(below.count() == 1 ? "1 reply" : below.count() + " replies"),
                        Html.text(" last "),
                        SpanRenderer.time(new Span.Time(below.lastAt(), Span.TimeStyle.CLOCK))))
                .orElseGet(() -> link.text("Reply in thread"));
    }
}
