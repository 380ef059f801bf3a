package dev.arke.sandbox;

import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Server-sent events: each open page follows its room until it is closed. */
final class LiveRoutes {
    /** Changes of this node come at once; those of another node on the same database by looking. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int LOOKS_BEFORE_A_SIGN_OF_LIFE = 10;

    private final VisitRoutes visits;
    private final Supplier<Scene> scene;
    private final SandboxMessages messages;
    private final PrivateReplies privately;
    private volatile boolean closed;

    LiveRoutes(VisitRoutes visits, Supplier<Scene> scene, SandboxMessages messages, PrivateReplies privately) {
        this.visits = visits;
        this.scene = scene;
        this.messages = messages;
        this.privately = privately;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.sse("/sandbox/{me}/{room}/live", client -> visits.visit(client.ctx(), visit -> follow(client, visit)));
    }

    private void follow(SseClient client, Visit visit) {
        var feed = new LiveFeed(messages, privately, scene, visit.visitor(), visit.room(), cursor(client));
        try {
            int silence = 0;
            while (!client.terminated() && !closed) {
                long changes = messages.signal().changes();
                var events = feed.next();
                for (var event : events)
                    client.sendEvent(event.name(), event.data(), event.at().toString());
                silence = events.isEmpty() ? silence + 1 : 0;
                if (silence == LOOKS_BEFORE_A_SIGN_OF_LIFE) {
                    client.sendComment("here");
                    silence = 0;
                }
                messages.signal().awaitChange(changes, LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
        }
    }

    /** Where a page stopped when its connection broke, else where it began. */
    private static LiveFeed.Cursor cursor(SseClient client) {
        var last = client.ctx().header("Last-Event-ID");
        return LiveFeed.Cursor.parse(
                last != null ? last : Objects.requireNonNullElse(client.ctx().queryParam("since"), ""));
    }

    /** Ends all streams. */
    void close() {
        closed = true;
        messages.signal().announce();
    }
}
