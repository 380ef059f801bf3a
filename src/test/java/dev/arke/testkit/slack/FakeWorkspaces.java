package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.slack.web.Scopes;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the app is installed, by its tokens. */
public final class FakeWorkspaces {
    private record Installed(String team, String bot) {}

    private final Map<String, Installed> tokens = new LinkedHashMap<>();
    private final Map<String, ObjectNode> codes = new LinkedHashMap<>();
    private Optional<URI> socket = Optional.empty();
    private List<String> scopes = new ArrayList<>(Scopes.NEEDED);

    FakeWorkspaces() {
        install(FakeSlack.TEAM, FakeSlack.BOT, FakeSlack.TOKEN);
    }

    public void install(String team, String bot, String token) {
        tokens.put(token, new Installed(team, bot));
    }

    /** Where an app that asks for a socket is sent. */
    public synchronized void socket(URI address) {
        socket = Optional.of(address);
    }

    private synchronized ObjectNode openConnection(Call call) {
        if (!call.token().equals(FakeSlack.APP_TOKEN)) throw new Refused("invalid_auth");
        return Wire.object()
                .put(
                        "url",
                        socket.orElseThrow(() -> new Refused("internal_error")).toString());
    }

    public void uninstall(String token) {
        tokens.remove(token);
    }

    /** What somebody who installs the app comes back with, for one use. */
    public void code(String code, String team, String bot, String token) {
        install(team, bot, token);
        var answer = Wire.object()
                .put("access_token", token)
                .put("token_type", "bot")
                .put("scope", String.join(",", scopes))
                .put("bot_user_id", bot)
                .put("app_id", "A0ARKE");
        answer.putObject("team").put("id", team).put("name", "Team " + team);
        answer.putObject("authed_user").put("id", "U0INSTALLER");
        codes.put(code, answer);
    }

    /** The same with a token that ends after 12 hours and is renewed with {@code refresh}, for one use each. */
    public void rotatingCode(String code, String team, String bot, String token, String refresh) {
        code(code, team, bot, token);
        rotating(codes.get(code), refresh);
    }

    /** What a refresh token is exchanged for. */
    public void renewal(String refresh, String team, String bot, String token, String nextRefresh) {
        code(refresh, team, bot, token);
        rotating(codes.get(refresh), nextRefresh);
    }

    private static void rotating(@Nullable ObjectNode answer, String refresh) {
        if (answer != null) answer.put("refresh_token", refresh).put("expires_in", 43_200);
    }

    /** The scopes that every token has from now on. */
    public void scopes(List<String> granted) {
        scopes = List.copyOf(granted);
    }

    List<String> scopes() {
        return scopes;
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "auth.test",
                this::authTest,
                "oauth.v2.access",
                this::access,
                "apps.connections.open",
                this::openConnection);
    }

    void check(String token) {
        if (!tokens.containsKey(token)) throw new Refused("invalid_auth");
    }

    private ObjectNode authTest(Call call) {
        var installed = tokens.get(call.token());
        if (installed == null) throw new Refused("invalid_auth");
        return Wire.object()
                .put("url", "https://example.slack.com/")
                .put("team", "Example")
                .put("user", "arke")
                .put("team_id", installed.team())
                .put("user_id", installed.bot())
                .put("bot_id", "B0ARKE");
    }

    private ObjectNode access(Call call) {
        boolean renews = call.find("grant_type").filter("refresh_token"::equals).isPresent();
        var answer = codes.remove(call.get(renews ? "refresh_token" : "code"));
        if (answer == null) throw new Refused(renews ? "invalid_refresh_token" : "invalid_code");
        return answer;
    }
}
