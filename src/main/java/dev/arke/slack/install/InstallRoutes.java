package dev.arke.slack.install;

import dev.arke.delivery.Installation;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.SlackSettings.OAuth;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.Scopes;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installing Arke in one more workspace: to Slack with a state, and back with a code (OAuth 2.0, docs.slack.dev). */
public final class InstallRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(InstallRoutes.class);
    private static final String COOKIE = "arke_slack_install";
    private static final int COOKIE_SECONDS = 600;

    private final OAuth app;
    private final String scopes;
    private final URI authorize;
    private final URI redirect;
    private final Seal seal;
    private final Passes passes;
    private final OAuthAccess oauth;
    private final Installed installed;
    private final InstantSource clock;

    InstallRoutes(
            OAuth app,
            SlackSettings settings,
            URI publicUrl,
            Seal seal,
            OAuthAccess oauth,
            Installed installed,
            InstantSource clock) {
        this.app = app;
        this.scopes = String.join(",", Scopes.needed(settings.extras()));
        this.authorize = settings.api().resolve("/oauth/v2/authorize");
        this.redirect = URI.create(publicUrl + AppSurface.REDIRECT_PATH);
        this.seal = seal;
        this.passes = new Passes(seal);
        this.oauth = oauth;
        this.installed = installed;
        this.clock = clock;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(AppSurface.INSTALL_PATH, this::begin);
        routes.get(AppSurface.REDIRECT_PATH, this::comeBack);
    }

    private void begin(Context ctx) {
        var now = clock.instant();
        if (!passes.isGoodLink(parameter(ctx, "pass"), now)) {
            show(
                    ctx,
                    HttpStatus.FORBIDDEN,
                    "This link no longer works",
                    "Ask whoever runs Arke for a new one: java -jar arke.jar install slack prints it. It works for an"
                            + " hour.");
            return;
        }
        var visit = seal.nonce();
        ctx.cookie(new Cookie(
                COOKIE,
                visit,
                "/slack",
                COOKIE_SECONDS,
                "https".equals(redirect.getScheme()),
                true,
                null,
                SameSite.LAX));
        ctx.redirect(authorize
                + "?client_id=" + encoded(app.clientId())
                + "&scope=" + encoded(scopes)
                + "&redirect_uri=" + encoded(redirect.toString())
                + "&state=" + encoded(passes.state(visit, now)));
    }

    private void comeBack(Context ctx) {
        var visit = Objects.requireNonNullElse(ctx.cookie(COOKIE), "");
        ctx.removeCookie(COOKIE, "/slack");
        if (!passes.isGoodState(parameter(ctx, "state"), visit, clock.instant())) {
            show(
                    ctx,
                    HttpStatus.FORBIDDEN,
                    "Nothing was installed",
                    "This does not belong to a visit that began here in the last ten minutes. Open the link again, in"
                            + " the browser in which you go on.");
        } else if (!parameter(ctx, "error").isEmpty()) {
            show(
                    ctx,
                    HttpStatus.OK,
                    "Nothing was installed",
                    "You or Slack said no. Open the link again when you want to.");
        } else {
            install(ctx, parameter(ctx, "code"));
        }
    }

    private void install(Context ctx, String code) {
        switch (oauth.install(code, redirect)) {
            case Called.Ok<Installation>(var installation) -> {
                installed.add(installation);
                LOG.atInfo()
                        .addKeyValue("workspace", installation.tenant())
                        .log("Arke is installed in one more workspace");
                show(
                        ctx,
                        HttpStatus.OK,
                        "Arke is in " + installation.name(),
                        "Go to Slack and type /oncall help. The workspace's id, for the team file, is "
                                + installation.tenant() + ".");
            }
            case Called.Failed<Installation>(var failure) -> {
                LOG.atWarn().addKeyValue("problem", failure.problem()).log("Arke could not be installed");
                show(
                        ctx,
                        HttpStatus.BAD_GATEWAY,
                        "Nothing was installed",
                        failure.problem() + ". Open the link again; if that does not help, look at Arke's log.");
            }
        }
    }

    private static void show(Context ctx, HttpStatus status, String heading, String sentence) {
        ctx.status(status).html(InstallPage.of(heading, sentence));
    }

    private static String parameter(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
