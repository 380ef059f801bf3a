package dev.arke.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.delivery.InstallationStore;
import dev.arke.engine.delivery.KeepInstallations;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.SlackSettings.OAuth;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.Workspace;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.FakeSlack;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the link to a workspace that Arke speaks in, in a browser that keeps its cookies, and to its end. */
@EachDatabase
final class InstallingTest {
    private static final OAuth APP = new OAuth("1.2", "the app's secret");

    private final MovableInstants clock = new MovableInstants();
    private final FakeSlack slack = FakeSlack.start();
    private final KeepInstallations keep;
    private final SlackClient client;
    private final Installing installing;
    private final HttpServer server;
    private final HttpClient browser = HttpClient.newHttpClient();

    InstallingTest(Database database) {
        keep = new KeepInstallations(database.transactions(), new InstallationStore(database.dsl()), clock);
        client = new SlackClient(settings(), clock);
        installing = installing(APP);
        server = new HttpServer(new HttpSettings("127.0.0.1", 0), "1", List.of(installing.routes()::register));
        server.start();
    }

    private Installing installing(OAuth app) {
        return Installing.of(
                settings(), app, URI.create("https://arke.example.com"), client, Optional.empty(), keep, clock);
    }

    private SlackSettings settings() {
        return new SlackSettings(
                Optional.empty(),
                Optional.of(FakeSlack.SIGNING_SECRET),
                Optional.empty(),
                Optional.of(APP),
                slack.api(),
                "/oncall",
                SlackSettings.Extras.NONE);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        slack.close();
    }

    @Test
    void whoeverHasALinkInstallsAndArkeSpeaksThere() {
        slack.workspaces().code("code-1", "T9", "U9", "xoxb-9");
        var begun = open("/slack/install?pass=" + pass(), "");
        var to = begun.headers().firstValue("Location").orElseThrow();

        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(to)
                .startsWith("http://127.0.0.1:" + slack.port() + "/oauth/v2/authorize?client_id=1.2")
                .contains("chat%3Awrite")
                .contains("redirect_uri=https%3A%2F%2Farke.example.com%2Fslack%2Foauth_redirect");
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/slack");

        var back = comeBack("code=code-1&state=" + state(to), cookie(begun));

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("Arke is in Team T9").doesNotContain("xoxb");
        assertThat(installing.workspaces().home()).contains(new Workspace("T9", "U9", "xoxb-9"));
        assertThat(installing.workspaces().token(Optional.of("T9"))).isEqualTo(new Called.Ok<>("xoxb-9"));
        assertThat(installing.workspaces().problem()).isEmpty();
    }

    @Test
    void nobodyInstallsWithoutAGoodLink() {
        assertThat(open("/slack/install", "").statusCode()).isEqualTo(403);
        assertThat(open("/slack/install?pass=1.x", "").statusCode()).isEqualTo(403);
        var old = pass();
        clock.advance(Duration.ofHours(1));
        assertThat(open("/slack/install?pass=" + old, "").body()).contains("no longer works");
    }

    @Test
    void aStateCountsOnlyInTheBrowserThatBeganAndOnlyForAWhile() {
        slack.workspaces().code("code-1", "T9", "U9", "xoxb-9");
        var begun = open("/slack/install?pass=" + pass(), "");
        var state = state(begun.headers().firstValue("Location").orElseThrow());

        assertThat(comeBack("code=code-1&state=" + state, "").statusCode()).isEqualTo(403);
        assertThat(comeBack("code=code-1&state=" + state, "arke_slack_install=another")
                        .statusCode())
                .isEqualTo(403);
        assertThat(comeBack("code=code-1", cookie(begun)).statusCode()).isEqualTo(403);
        clock.advance(Duration.ofMinutes(10));
        assertThat(comeBack("code=code-1&state=" + state, cookie(begun)).statusCode())
                .isEqualTo(403);
        assertThat(slack.calls("oauth.v2.access")).isEmpty();
        assertThat(installing.workspaces().home()).isEmpty();
    }

    @Test
    void sayingNoAndACodeThatSlackRefusesInstallNothing() {
        var begun = open("/slack/install?pass=" + pass(), "");
        var state = state(begun.headers().firstValue("Location").orElseThrow());

        assertThat(comeBack("error=access_denied&state=" + state, cookie(begun)).body())
                .contains("Nothing was installed");
        assertThat(comeBack("code=stale&state=" + state, cookie(begun)).statusCode())
                .isEqualTo(502);
        assertThat(installing.workspaces().all()).isEmpty();
        assertThat(installing.workspaces().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("arke.jar install slack"));
    }

    @Test
    void tokensThatRotateAreRenewedBeforeTheyEnd() {
        slack.workspaces().rotatingCode("code-1", "T9", "U9", "xoxe.xoxb-1", "xoxe-1");
        slack.workspaces().renewal("xoxe-1", "T9", "U9", "xoxe.xoxb-2", "xoxe-2");
        install("code-1");

        clock.advance(Duration.ofHours(10).minusSeconds(1));
        installing.workspaces().renew();
        assertThat(token("T9")).isEqualTo("xoxe.xoxb-1");

        clock.advance(Duration.ofSeconds(1));
        installing.workspaces().renew();
        assertThat(token("T9")).isEqualTo("xoxe.xoxb-2");
        installing.workspaces().renew();
        assertThat(slack.calls("oauth.v2.access")).hasSize(2);
    }

    @Test
    void aRenewalThatFailsIsTriedAgain() {
        slack.workspaces().rotatingCode("code-1", "T9", "U9", "xoxe.xoxb-1", "xoxe-1");
        install("code-1");
        clock.advance(Duration.ofHours(10));
        installing.workspaces().renew();
        assertThat(token("T9")).isEqualTo("xoxe.xoxb-1");

        slack.workspaces().renewal("xoxe-1", "T9", "U9", "xoxe.xoxb-2", "xoxe-2");
        clock.advance(Duration.ofSeconds(30));
        installing.workspaces().renew();
        assertThat(token("T9")).isEqualTo("xoxe.xoxb-2");
    }

    @Test
    void aWorkspaceThatRemovedTheAppIsForgottenAtOnce() {
        slack.workspaces().code("code-1", "T9", "U9", "xoxb-9");
        install("code-1");
        assertThat(token("T9")).isEqualTo("xoxb-9");

        installing.workspaces().end("T9");

        assertThat(installing.workspaces().of("T9")).isEmpty();
        assertThat(installing.workspaces().token(Optional.of("T9"))).isInstanceOf(Called.Failed.class);
    }

    @Test
    void anotherClientSecretReadsNoTokens() {
        slack.workspaces().code("code-1", "T9", "U9", "xoxb-9");
        install("code-1");

        assertThat(installing(new OAuth("1.2", "another")).workspaces().all()).isEmpty();
    }

    private void install(String code) {
        var begun = open("/slack/install?pass=" + pass(), "");
        var state = state(begun.headers().firstValue("Location").orElseThrow());
        assertThat(comeBack("code=" + code + "&state=" + state, cookie(begun)).statusCode())
                .isEqualTo(200);
    }

    private String token(String team) {
        return installing.workspaces().of(team).orElseThrow().token();
    }

    private String pass() {
        return new Passes(APP.clientSecret(), new SecureRandom()).link(clock.instant());
    }

    private static String state(String location) {
        var state = location.substring(location.indexOf("&state=") + "&state=".length());
        return URLDecoder.decode(state, StandardCharsets.UTF_8);
    }

    private static String cookie(HttpResponse<String> begun) {
        var cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> comeBack(String query, String cookie) {
        return open("/slack/oauth_redirect?" + query, cookie);
    }

    private HttpResponse<String> open(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
