package dev.arke.http;

import dev.arke.delivery.RateLimit;
import dev.arke.delivery.RateScope;
import dev.arke.dialogue.FinishLink;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * /connect/{token}: GET shows whose account wants to be linked to whom and changes nothing, so that programs which
 * follow links do no harm; POST confirms.
 */
public final class ConnectRoutes {
    private static final int MOST_TRIES = 30;
    private static final Duration EACH = Duration.ofMinutes(1);

    private final FinishLink finishLink;
    private final InstantSource clock;
    private final RateLimit tries = new RateLimit();

    public ConnectRoutes(FinishLink finishLink, InstantSource clock) {
        this.finishLink = finishLink;
        this.clock = clock;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/connect/{token}", this::look);
        routes.post("/connect/{token}", this::confirm);
    }

    private void look(Context ctx) {
        if (isTooOften(ctx)) return;
        var claimed = finishLink.look(ctx.pathParam("token"));
        answer(
                ctx,
                claimed.isPresent() ? 200 : 404,
                claimed.map(ConnectPage::ask).orElseGet(ConnectPage::over));
    }

    private void confirm(Context ctx) {
        if (isTooOften(ctx)) return;
        var finished = finishLink.confirm(ctx.pathParam("token"));
        answer(
                ctx,
                finished.isPresent() ? 200 : 404,
                finished.map(ConnectPage::done).orElseGet(ConnectPage::over));
    }

    private boolean isTooOften(Context ctx) {
        var scope = new RateScope(ctx.ip(), MOST_TRIES, EACH);
        var again = tries.take(List.of(scope), true, clock.instant());
        if (again.isEmpty()) return false;
        ctx.header("Retry-After", Long.toString(EACH.toSeconds()));
        answer(ctx, 429, ConnectPage.tooOften());
        return true;
    }

    private static void answer(Context ctx, int status, String page) {
        ctx.header("Content-Security-Policy", ConnectPage.CONTENT_SECURITY_POLICY)
                .header("X-Robots-Tag", "noindex")
                .status(status)
                .html(page);
    }
}
