package dev.arke.slack.web;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.arke.slack.web.SlackFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one workspace of an own app, whose token is a setting. Slack is asked who we are when somebody wants to know, at
 * most every 5 seconds until it answers and every 30 afterwards, and never while the server starts.
 */
public final class OwnApp implements Workspaces {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration UNKNOWN_AGAIN = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Who we are, and which scopes are missing. */
    private record Known(Workspace workspace, List<String> missing) {}

    private final SlackClient client;
    private final String token;
    private final InstantSource clock;
    private CompletableFuture<Called<Known>> asked = new CompletableFuture<>();
    private @Nullable Instant askedAt;
    private volatile @Nullable Workspace home;

    public OwnApp(SlackClient client, String token, InstantSource clock) {
        this.client = client;
        this.token = token;
        this.clock = clock;
    }

    /** A token belongs to one workspace for good, so what was once answered stays true. */
    @Override
    public Optional<Workspace> home() {
        var known = home;
        return known == null ? ask().answered().map(Known::workspace) : Optional.of(known);
    }

    @Override
    public Optional<Workspace> of(String teamId) {
        return home().filter(workspace -> workspace.teamId().equals(teamId));
    }

    @Override
    public List<Workspace> all() {
        return home().stream().toList();
    }

    @Override
    public Called<String> token(Optional<String> teamId) {
        if (teamId.isEmpty()) return new Called.Ok<>(token);
        var known = home;
        if (known != null) return token(known, teamId.get());
        return ask().then(answer -> token(answer.workspace(), teamId.get()));
    }

    private Called<String> token(Workspace here, String teamId) {
        if (here.teamId().equals(teamId)) return new Called.Ok<>(token);
        return new Called.Failed<>(SlackFailure.of(
                Kind.AUTH, "not_installed", "Arke is not installed in the workspace " + teamId + ": install it"));
    }

    @Override
    public Optional<String> problem() {
        return switch (ask()) {
            case Called.Failed<Known>(var failure) -> Optional.of(failure.problem());
            case Called.Ok<Known>(var known) ->
                known.missing().isEmpty()
                        ? Optional.empty()
                        : Optional.of("the Slack app lacks the scopes " + String.join(", ", known.missing())
                                + ": add them on the app's page OAuth & Permissions and install it again");
        };
    }

    private Called<Known> ask() {
        try {
            return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unknown(Kind.TIMEOUT, "Slack has not answered yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(Kind.SERVER, "Arke is stopping");
        } catch (ExecutionException e) {
            return unknown(Kind.SERVER, "Slack could not be asked who we are");
        }
    }

    private static Called<Known> unknown(Kind kind, String problem) {
        return new Called.Failed<>(SlackFailure.of(kind, "unknown", problem));
    }

    private synchronized CompletableFuture<Called<Known>> current() {
        var now = clock.instant();
        var fresh = home == null ? UNKNOWN_AGAIN : FRESH;
        if (askedAt == null || (asked.isDone() && !now.isBefore(askedAt.plus(fresh)))) {
            askedAt = now;
            asked = CompletableFuture.supplyAsync(
                    this::authTest,
                    task -> Thread.ofVirtual().name("slack auth.test").start(task));
        }
        return asked;
    }

    private Called<Known> authTest() {
        var answer = client.call(token, methods -> methods.authTest(request -> request))
                .map(test -> new Known(new Workspace(test.getTeamId(), test.getUserId(), token), missing(test)));
        answer.answered().ifPresent(known -> home = known.workspace());
        return answer;
    }

    /** Slack tells a token's scopes in a header; a stand-in for Slack may not. */
    private List<String> missing(AuthTestResponse test) {
        var headers = Optional.ofNullable(test.getHttpResponseHeaders()).orElse(Map.of());
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("x-oauth-scopes"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .map(value -> Scopes.missing(client.extras(), scopes(value)))
                .orElse(List.of());
    }

    private static Set<String> scopes(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }
}
