package dev.arke.http;

import dev.arke.card.Reader;
import dev.arke.dialogue.FinishLink;
import dev.arke.engine.people.FollowLink.Claimed;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;

/**
 * /connect/{token}: GET shows whose account wants to be linked to whom and changes nothing, so that programs which
 * follow links do no harm; POST confirms.
 */
public final class ConnectRoutes {
    private final FinishLink finishLink;
    private final PlainPage pages;

    public ConnectRoutes(FinishLink finishLink, InstantSource clock) {
        this.finishLink = finishLink;
        this.pages = new PlainPage(clock);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/connect/{token}", this::look);
        routes.post("/connect/{token}", this::confirm);
    }

    private void look(Context ctx) {
        if (pages.isTooOften(ctx)) return;
        var claimed = finishLink.look(ctx.pathParam("token"));
        PlainPage.answer(
                ctx,
                claimed.isPresent() ? 200 : 404,
                claimed.map(ConnectPage::ask).orElseGet(() -> ConnectPage.over(LinkPhrases.asked(ctx))));
    }

    private void confirm(Context ctx) {
        if (pages.isTooOften(ctx)) return;
        var token = ctx.pathParam("token");
        var reader = finishLink.look(token).map(Claimed::reader).orElse(Reader.ANYBODY);
        var finished = finishLink.confirm(token);
        PlainPage.answer(
                ctx,
                finished.isPresent() ? 200 : 404,
                finished.map(done -> ConnectPage.done(done, reader))
                        .orElseGet(() -> ConnectPage.over(LinkPhrases.asked(ctx))));
    }
}
