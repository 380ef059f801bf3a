package dev.arke.http;

import dev.arke.dialogue.FollowMailLink;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Objects;

/**
 * /mail/{token}: GET shows what the link in a mail would do and changes nothing, so that programs which follow links take
 * no incident; only POST, from the form on that page, does it.
 */
public final class MailLinkRoutes {
    private final FollowMailLink follow;
    private final PlainPage pages;

    public MailLinkRoutes(FollowMailLink follow, InstantSource clock) {
        this.follow = follow;
        this.pages = new PlainPage(clock);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/mail/{token}", this::look);
        routes.post("/mail/{token}", this::confirm);
    }

    private void look(Context ctx) {
        if (pages.isTooOften(ctx)) return;
        var look = follow.look(ctx.pathParam("token"));
        PlainPage.answer(
                ctx,
                look.isPresent() ? 200 : 404,
                look.map(MailLinkPage::ask).orElseGet(() -> MailLinkPage.over(LinkPhrases.asked(ctx))));
    }

    private void confirm(Context ctx) {
        if (pages.isTooOften(ctx)) return;
        var words = Objects.requireNonNullElse(ctx.formParam("words"), "");
        var done = follow.confirm(ctx.pathParam("token"), words);
        PlainPage.answer(
                ctx,
                done.isPresent() ? 200 : 404,
                done.map(MailLinkPage::done).orElseGet(() -> MailLinkPage.over(LinkPhrases.asked(ctx))));
    }
}
