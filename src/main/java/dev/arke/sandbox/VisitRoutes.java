package dev.arke.sandbox;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What comes before each page of the built-in chat: the guard, the headers, the session, the room asked for. */
final class VisitRoutes {
    private static final String SESSION = "arke_sandbox";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SandboxGuard guard;
    private final Supplier<Scene> scene;
    private final SecureRandom random = new SecureRandom();

    VisitRoutes(SandboxGuard guard, Supplier<Scene> scene) {
        this.guard = guard;
        this.scene = scene;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.before("/sandbox", this::check);
        routes.before("/sandbox/*", this::check);
    }

    private void check(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        var origin = new SandboxGuard.Origin(
                Optional.ofNullable(ctx.header("Host")),
                Collections.list(ctx.req().getHeaderNames()),
                Optional.ofNullable(ctx.header("Origin")),
                Optional.ofNullable(ctx.header("Sec-Fetch-Site")));
        guard.refusal(origin)
                .or(() -> changes(ctx) ? refusalOfChange(ctx, origin) : Optional.empty())
                .ifPresent(sentence -> {
                    ctx.status(HttpStatus.FORBIDDEN).result(sentence);
                    ctx.skipRemainingHandlers();
                });
    }

    private static boolean changes(Context ctx) {
        return !READING.contains(ctx.method());
    }

    private Optional<String> refusalOfChange(Context ctx, SandboxGuard.Origin origin) {
        return guard.refusalOfChange(origin)
                .or(() -> ctx.cookie(SESSION) == null
                        ? Optional.of("Your session in the sandbox is over. Reload the page.")
                        : Optional.empty());
    }

    /** Calls {@code then} with the room and person of the request's path, or says that they are not there. */
    void visit(Context ctx, Consumer<Visit> then) {
        Visit.find(scene.get(), ctx.pathParam("me"), ctx.pathParam("room"), session(ctx))
                .ifPresentOrElse(
                        then,
                        () -> ctx.status(HttpStatus.NOT_FOUND)
                                .html(PageRenderer.notice(
                                        "No such room",
                                        "There is no such person or channel in the sandbox, or it is somebody else's"
                                                + " messages. People and channels come from the team file.")));
    }

    private String session(Context ctx) {
        var known = ctx.cookie(SESSION);
        if (known != null) return known;
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var fresh = HexFormat.of().formatHex(bytes);
        // Not "secure": on a machine's own loopback there is no TLS.
        ctx.cookie(new Cookie(SESSION, fresh, "/sandbox", -1, false, true, null, SameSite.STRICT));
        return fresh;
    }
}
