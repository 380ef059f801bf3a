package dev.arke.sandbox;

import dev.arke.engine.delivery.ReadSandboxMessages;
import dev.arke.engine.delivery.ReadSandboxMessages.Conversation;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the built-in chat shows: its pages and pieces of them. */
final class PageRoutes {
    private final VisitRoutes visits;
    private final Supplier<Scene> scene;
    private final SandboxMessages messages;
    private final PrivateReplies privately;
    private final PageRenderer pages;
    private final Assets assets = new Assets();

    PageRoutes(
            VisitRoutes visits,
            Supplier<Scene> scene,
            SandboxMessages messages,
            PrivateReplies privately,
            PageRenderer pages) {
        this.visits = visits;
        this.scene = scene;
        this.messages = messages;
        this.privately = privately;
        this.pages = pages;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/sandbox/-/{file}", this::asset);
        routes.get("/sandbox", this::enter);
        routes.get("/sandbox/{me}/{room}", ctx -> visits.visit(ctx, visit -> page(ctx, visit)));
        routes.get("/sandbox/{me}/{room}/earlier", ctx -> visits.visit(ctx, visit -> earlier(ctx, visit)));
        routes.get("/sandbox/{me}/{room}/thread/{id}", ctx -> visits.visit(ctx, visit -> thread(ctx, visit)));
    }

    private void enter(Context ctx) {
        var now = scene.get();
        if (now.people().isEmpty()) {
            ctx.html(PageRenderer.notice(
                    "Nobody is here yet",
                    "Give people a sandbox address in the team file, for example sandbox: alice, and apply it."));
            return;
        }
        var me = now.people().getFirst().address();
        var room = now.channels().stream().findFirst().map(Room::channel).orElseGet(() -> Room.direct(me));
        ctx.redirect(room.path(me));
    }

    private void page(Context ctx, Visit visit) {
        // First how far we are, then what is there: what comes in between is told again, and drawn once.
        long told = privately.lastNumber();
        var replies = privately.in(visit.visitor(), visit.room(), 0);
        var read = messages.read().room(visit.room().key(), ReadSandboxMessages.LATEST);
        var page = new PageRenderer.Page(
                visit.scene(),
                visit.me(),
                visit.room(),
                read,
                conversation(visit, ctx.queryParam("thread")),
                replies,
                messages.unread().read(visit.me().address()),
                messages.rooms().find(visit.room().address()),
                new LiveFeed.Cursor(read.revision(), told));
        ctx.html(pages.render(page));
    }

    private void earlier(Context ctx, Visit visit) {
        long before = number(ctx.queryParam("before")).orElse(ReadSandboxMessages.LATEST);
        var read = messages.read().room(visit.room().key(), before);
        ctx.html(rooms(visit).stretch(read, List.of()).markup());
    }

    private void thread(Context ctx, Visit visit) {
        conversation(visit, ctx.pathParam("id"))
                .ifPresentOrElse(
                        open -> ctx.html(rooms(visit)
                                .thread(open, privately.in(visit.visitor(), visit.room(), 0))
                                .markup()),
                        () -> ctx.status(HttpStatus.NOT_FOUND).result("This message is not there any more."));
    }

    private Optional<Conversation> conversation(Visit visit, @Nullable String id) {
        return id(id).flatMap(messages.read()::conversation)
                .filter(open -> open.root().room().equals(visit.room().key()));
    }

    private static RoomRenderer rooms(Visit visit) {
        return new RoomRenderer(visit.scene(), visit.me(), visit.room());
    }

    private void asset(Context ctx) {
        var found = assets.find(ctx.pathParam("file"));
        if (found.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
            return;
        }
        var asset = found.get();
        ctx.header("Cache-Control", "no-cache").header("ETag", asset.tag()).contentType(asset.type());
        if (asset.tag().equals(ctx.header("If-None-Match"))) ctx.status(HttpStatus.NOT_MODIFIED);
        else ctx.result(asset.text());
    }

    static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
