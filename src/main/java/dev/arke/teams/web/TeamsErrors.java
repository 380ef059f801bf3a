package dev.arke.teams.web;

import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.restclient.RestException;
import dev.arke.teams.web.TeamsFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What the connector's refusals mean (learn.microsoft.com/microsoftteams/platform/bots/build-notification-capability and
 * …/how-to/rate-limit). Its words are told, its sentences never: they may quote what was sent.
 */
final class TeamsErrors {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final Set<String> OURS = Set.of(
            "Unauthorized", "InvalidBotApiHost", "DisabledByAdmin", "BotDisabledByAdmin", "NotEnoughPermissions");

    private TeamsErrors() {}

    /** What an exception of the SDK means. */
    static TeamsFailure of(Throwable thrown) {
        var cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) cause = cause.getCause();
        return switch (cause) {
            case RestException refused when refused.response() != null -> refused(refused);
            case InterruptedIOException ignored ->
                TeamsFailure.of(Kind.TIMEOUT, "timeout", "Teams did not answer in time");
            case UnknownHostException ignored ->
                TeamsFailure.of(Kind.SERVER, "unreachable", "Teams cannot be found: its name has no address");
            case SSLException ignored ->
                TeamsFailure.of(Kind.SERVER, "no_trust", "Teams has no certificate that we trust for its name");
            case IOException ignored ->
                TeamsFailure.of(Kind.SERVER, "unreachable", "Teams cannot be reached, or broke off");
            default -> TeamsFailure.of(Kind.SERVER, "unreadable", "what answers in the place of Teams is not Teams");
        };
    }

    private static TeamsFailure refused(RestException refused) {
        var response = refused.response();
        var code = refused instanceof ErrorResponseException known
                        && known.body() != null
                        && known.body().getError() != null
                ? Optional.ofNullable(known.body().getError().getCode())
                        .filter(word -> WORD.matcher(word).matches())
                : Optional.<String>empty();
        return of(response.code(), code, Optional.ofNullable(response.headers().get("Retry-After")));
    }

    static TeamsFailure of(int status, Optional<String> word, Optional<String> retryAfter) {
        var code = word.orElse("http_" + status);
        var said = " (" + code + (word.isPresent() ? ", HTTP " + status : "") + ")";
        return switch (status) {
            case 429 ->
                new TeamsFailure(
                        Kind.RATE_LIMITED, code, "Teams takes no more of these for now" + said, wait(retryAfter));
            case 401 ->
                TeamsFailure.of(
                        Kind.AUTH,
                        code,
                        "Teams does not take our sign-in: check TEAMS_APP_ID, TEAMS_APP_SECRET and TEAMS_TENANT_ID"
                                + said);
            case 403 ->
                OURS.contains(code)
                        ? TeamsFailure.of(
                                Kind.AUTH, code, "Teams does not let the app do this; ask its administrator" + said)
                        : TeamsFailure.of(
                                Kind.RECIPIENT,
                                code,
                                "the app was removed or blocked there, or never installed" + said);
            case 404 -> TeamsFailure.of(Kind.MISSING, code, "Teams does not find it, or not for us" + said);
            case 400, 413 -> TeamsFailure.of(Kind.PAYLOAD, code, "Teams does not take it in this form" + said);
            case 408, 412 -> TeamsFailure.of(Kind.SERVER, code, "Teams did not get to it" + said);
            default ->
                status >= 500 || status < 400
                        ? TeamsFailure.of(Kind.SERVER, code, "Teams failed" + said)
                        : TeamsFailure.of(Kind.OTHER, code, "Teams refused it" + said);
        };
    }

    private static Duration wait(Optional<String> retryAfter) {
        return retryAfter
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
