package dev.arke.sandbox;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Server-sent events: each open page follows its room until it is closed. */
final class LiveRoutes {
    /** Changes of this node come at once; those of another node on the same database by looking. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int LOOKS_BEFORE_A_SIGN_OF_LIFE = 5;

    private static final byte[] SIGN_OF_LIFE = ": here\n\n".getBytes(StandardCharsets.UTF_8);
    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

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
        routes.get("/sandbox/{me}/{room}/live", ctx -> visits.visit(ctx, visit -> follow(ctx, visit)));
    }

    /**
     * Stays on the request's own thread until the page is gone. Javalin's sse() hands over to another thread, and when
     * the page leaves at the wrong moment it logs the recycled response without end (7.2.3).
     */
    private void follow(Context ctx, Visit visit) {
        var feed = new LiveFeed(messages, privately, scene, visit.visitor(), visit.room(), cursor(ctx));
        ctx.res().setContentType("text/event-stream");
        ctx.res().setCharacterEncoding("UTF-8");
        try {
            var out = ctx.res().getOutputStream();
            // The first line tells the page that it is connected.
            int silence = LOOKS_BEFORE_A_SIGN_OF_LIFE;
            while (!closed) {
                long changes = messages.signal().changes();
                var events = feed.next();
                for (var event : events) out.write(line(event));
                if (++silence > LOOKS_BEFORE_A_SIGN_OF_LIFE) out.write(SIGN_OF_LIFE);
                if (!events.isEmpty() || silence > LOOKS_BEFORE_A_SIGN_OF_LIFE) {
                    out.flush();
                    silence = 0;
                }
                messages.signal().awaitChange(changes, LOOK);
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("room", visit.room().key()).log("a page of the sandbox is gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An event as the HTML standard writes it: each line of its data after its own "data:". */
    private static byte[] line(LiveFeed.Event event) {
        var data = event.data().lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        var text = "id: " + event.at() + "\nevent: " + event.name() + "\n" + data + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where a page stopped when its connection broke, else where it began. */
    private static LiveFeed.Cursor cursor(Context ctx) {
        var last = ctx.header("Last-Event-ID");
        return LiveFeed.Cursor.parse(last != null ? last : Objects.requireNonNullElse(ctx.queryParam("since"), ""));
    }

    /** Ends all streams. */
    void close() {
        closed = true;
        messages.signal().announce();
    }
}
