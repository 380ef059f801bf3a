package dev.arke.http;

import dev.arke.card.Reader;
import dev.arke.dialogue.FinishLink;
import dev.arke.engine.people.FollowLink.Claimed;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Optional;

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
        answer(ctx, finishLink.look(ctx.pathParam("token")).map(ConnectPage::ask));
    }

    private void confirm(Context ctx) {
        var token = ctx.pathParam("token");
        var reader = finishLink.look(token).map(Claimed::reader).orElse(Reader.ANYBODY);
        answer(ctx, finishLink.confirm(token).map(done -> ConnectPage.done(done, reader)));
    }

    private void answer(Context ctx, Optional<String> page) {
        page.ifPresentOrElse(
                found -> PlainPage.answer(ctx, 200, found),
                () -> pages.answerNowhere(ctx, ConnectPage.over(LinkPhrases.asked(ctx))));
    }
}
