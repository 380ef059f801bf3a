package dev.arke.sandbox;

import java.util.Map;
import java.util.stream.Stream;

/** The rail at the left: who one is, the channels, the direct messages. */
final class RailRenderer {
    private final Scene scene;
    private final Scene.Person me;
    private final Room room;
    private final Map<String, Integer> unread;

    RailRenderer(Scene scene, Scene.Person me, Room room, Map<String, Integer> unread) {
        this.scene = scene;
        this.me = me;
        this.room = room;
        this.unread = unread;
    }

    Html render(Html below) {
        return Html.tag("nav")
                .of("rail")
                .with("id", "rail")
                .with("aria-label", "Rooms and people")
                .holding(
                        Html.tag("p")
                                .of("brand")
                                .holding(
                                        Avatar.ofArke(),
                                        Html.tag("strong").text("Arke"),
                                        Html.tag("span").text("sandbox")),
                        section("Be somebody", "people", scene.people().stream().map(this::person)),
                        channels(),
                        section("Messages for you", "rooms", Stream.of(direct())),
                        below);
    }

    /** The channels alone, which come and go while the page is open. */
    Html channels() {
        return Html.tag("section")
                .with("id", "channels")
                .holding(
                        Html.tag("h2").text("Channels"),
                        Html.tag("ul")
                                .of("rooms")
                                .holding(scene.channels().stream()
                                        .map(this::channel)
                                        .map(item -> Html.tag("li").holding(item))));
    }

    private static Html section(String title, String cssClass, Stream<Html> items) {
        return Html.tag("section")
                .holding(
                        Html.tag("h2").text(title),
                        Html.tag("ul")
                                .of(cssClass)
                                .holding(items.map(item -> Html.tag("li").holding(item))));
    }

    private Html person(Scene.Person person) {
        var there = room.isDirect() ? Room.direct(person.address()) : room;
        return Html.tag("a")
                .with("href", there.path(person.address()))
                .withIf(person.equals(me), "aria-current", "true")
                .holding(
                        scene.avatar(person.address()),
                        Html.tag("span").of("name").text(person.name()),
                        badge(Room.direct(person.address())));
    }

    private Html channel(String address) {
        var channel = Room.channel(address);
        return Html.tag("a")
                .with("href", channel.path(me.address()))
                .withIf(channel.equals(room), "aria-current", "page")
                .holding(
                        Html.tag("span").of("sign").with("aria-hidden", "true").text("#"),
                        Html.tag("span").of("name").text(address),
                        badge(channel));
    }

    private Html direct() {
        var mine = Room.direct(me.address());
        return Html.tag("a")
                .with("href", mine.path(me.address()))
                .withIf(mine.equals(room), "aria-current", "page")
                .holding(Avatar.ofArke(), Html.tag("span").of("name").text("Arke"), badge(mine));
    }

    /** The number alone for the eye, with its word for the ear; the page keeps it up to date. */
    private Html badge(Room of) {
        int count = unread.getOrDefault(of.key(), 0);
        var badge = Html.tag("span").of("badge").with("data-unread", of.key());
        return (count == 0 ? badge.with("hidden") : badge)
                .holding(
                        Html.tag("b").text(count == 0 ? "" : Integer.toString(count)),
                        Html.tag("span").of("sr").text(" unread"));
    }
}
