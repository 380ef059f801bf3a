package dev.arke.http;

import dev.arke.dialogue.FollowMailLink;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

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
        answer(ctx, follow.look(ctx.pathParam("token")).map(MailLinkPage::ask));
    }

    private void confirm(Context ctx) {
        var words = Objects.requireNonNullElse(ctx.formParam("words"), "");
        answer(ctx, follow.confirm(ctx.pathParam("token"), words).map(MailLinkPage::done));
    }

    private void answer(Context ctx, Optional<String> page) {
        page.ifPresentOrElse(
                found -> PlainPage.answer(ctx, 200, found),
                () -> pages.answerNowhere(ctx, MailLinkPage.over(LinkPhrases.asked(ctx))));
    }
}
