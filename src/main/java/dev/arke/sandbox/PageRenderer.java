package dev.arke.sandbox;

import dev.arke.chat.SandboxRoom;
import dev.arke.engine.delivery.ReadSandboxMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole page of a room. */
final class PageRenderer {
    /** htmx without what a strict content security policy forbids and this page does not need. */
    private static final String HTMX = """
        {"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"selfRequestsOnly":true,\
        "historyCacheSize":0,"refreshOnHistoryMiss":true,"scrollBehavior":"instant"}\
        """;

    /** What a page shows. */
    record Page(
            Scene scene,
            Scene.Person me,
            Room room,
            ReadSandboxMessages.Room read,
            Optional<ReadSandboxMessages.Conversation> thread,
            List<PrivateReply> privately,
            Map<String, Integer> unread,
            SandboxRoom kept,
            LiveFeed.Cursor cursor) {}

    private final Optional<DemoControls> demo;

    PageRenderer(Optional<DemoControls> demo) {
        this.demo = demo;
    }

    String render(Page page) {
        var rooms = new RoomRenderer(page.scene(), page.me(), page.room());
        var rail = new RailRenderer(page.scene(), page.me(), page.room(), page.unread());
        var thread = page.thread().map(open -> rooms.thread(open, page.privately()));
        var app = Html.tag("div")
                .of("app")
                .holding(
                        rail.render(demo.map(ignored -> DemoRenderer.opener()).orElse(Html.NONE)),
                        main(page, rooms),
                        Html.tag("aside")
                                .of("thread")
                                .with("id", "thread")
                                .with("aria-label", "Thread")
                                .holding(thread.orElse(Html.NONE)));
        return document(
                title(page.room()) + " · Arke sandbox",
                Html.tag("body")
                        .with("data-room", page.room().key())
                        .with("data-path", page.room().path(page.me().address()))
                        .with("data-since", page.cursor().toString())
                        .holding(
                                Html.tag("a").of("skip").with("href", "#line").text("Skip to the command line"),
                                app,
                                dialogs()));
    }

    private static Html main(Page page, RoomRenderer rooms) {
        var log = Html.tag("div")
                .of("log")
                .with("id", "log")
                .with("role", "log")
                .with("aria-live", "polite")
                .with("aria-label", "Messages in " + rooms.name())
                .with("tabindex", "0")
                .holding(rooms.stretch(page.read(), page.privately()));
        return Html.tag("main").holding(header(page), log, empty(page), rooms.composer(Optional.empty()));
    }

    private static Html header(Page page) {
        var room = page.room();
        return Html.tag("header")
                .holding(
                        Html.tag("button")
                                .of("menu-button")
                                .with("type", "button")
                                .with("aria-controls", "rail")
                                .with("aria-expanded", "false")
                                .holding(
                                        Html.tag("span").of("sr").text("Rooms and people"),
                                        Html.tag("span")
                                                .of("bars")
                                                .with("aria-hidden", "true")
                                                .text("☰")),
                        Html.tag("h1").text(title(room)),
                        Html.tag("p").of("about").text(about(page)),
                        pinned(page),
                        Html.tag("p")
                                .of("live")
                                .with("id", "live")
                                .with("role", "status")
                                .text("Connecting"));
    }

    private static String title(Room room) {
        return room.isDirect() ? "Arke" : room.key();
    }

    private static String about(Page page) {
        var me = page.me().fullName();
        if (page.room().isDirect()) return "Only " + me + " sees this";
        var topic = page.kept().topic();
        return (topic.isEmpty() ? "" : topic + " · ") + "You are " + me;
    }

    private static Html pinned(Page page) {
        if (page.room().isDirect()) return Html.NONE;
        return page.kept()
                .pinned()
                .<Html>map(id ->
                        Html.tag("a").of("pinned").with("href", "#m-" + id).text("Pinned message"))
                .orElse(Html.NONE);
    }

    private static Html empty(Page page) {
        var words = page.room().isDirect()
                ? "No messages yet. When Arke pages you, it is here."
                : "Nothing has happened here yet. Type help to see what I understand.";
        return Html.tag("p").of("empty").text(words);
    }

    private Html dialogs() {
        return Html.join(
                Html.tag("dialog")
                        .with("id", "modal")
                        .with("aria-labelledby", "modal-title")
                        .text(""),
                confirm(),
                demo.map(DemoRenderer::dialog).orElse(Html.NONE),
                Html.tag("div").with("id", "toasts").with("role", "alert").text(""));
    }

    private static Html confirm() {
        return Html.tag("dialog")
                .with("id", "confirm")
                .with("role", "alertdialog")
                .with("aria-labelledby", "confirm-question")
                .holding(Html.tag("form")
                        .with("method", "dialog")
                        .holding(
                                Html.tag("p").with("id", "confirm-question").text(""),
                                Html.tag("footer")
                                        .holding(
                                                Html.tag("button")
                                                        .of("plain")
                                                        .with("value", "")
                                                        .text("Cancel"),
                                                Html.tag("button")
                                                        .of("danger")
                                                        .with("value", "yes")
                                                        .text("Yes"))));
    }

    /** A page that says one thing, for when there is no room to show. */
    static String notice(String title, String sentence) {
        return document(
                title,
                Html.tag("body")
                        .holding(Html.tag("main")
                                .of("notice")
                                .holding(
                                        Html.tag("h1").text(title),
                                        Html.tag("p").text(sentence),
                                        Html.tag("p")
                                                .holding(Html.tag("a")
                                                        .with("href", "/sandbox")
                                                        .text("To the sandbox")))));
    }

    private static String document(String title, Html body) {
        var head = Html.tag("head")
                .holding(
                        Html.tag("meta").with("charset", "utf-8").alone(),
                        meta("viewport", "width=device-width, initial-scale=1, interactive-widget=resizes-content"),
                        meta("color-scheme", "light dark"),
                        meta("htmx-config", HTMX),
                        Html.tag("title").text(title),
                        link("icon", "arke.svg"),
                        link("stylesheet", "pico.css"),
                        link("stylesheet", "sandbox.css"),
                        link("stylesheet", "card.css"),
                        script("htmx.js").with("defer").text(""),
                        module("page.js"),
                        module("composer.js"),
                        module("live.js"));
        return "<!doctype html>"
                + Html.tag("html").with("lang", "en").holding(head, body).markup();
    }

    private static Html meta(String name, String content) {
        return Html.tag("meta").with("name", name).with("content", content).alone();
    }

    private static Html link(String kind, String file) {
        return Html.tag("link")
                .with("rel", kind)
                .with("href", "/sandbox/-/" + file)
                .alone();
    }

    private static Html.Tag script(String file) {
        return Html.tag("script").with("src", "/sandbox/-/" + file);
    }

    private static Html module(String file) {
        return script(file).with("type", "module").text("");
    }
}
