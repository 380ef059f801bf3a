package dev.arke.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.arke.delivery.Installation;
import dev.arke.responder.ContactKind;
import dev.arke.slack.SlackSettings.OAuth;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFailure;
import dev.arke.slack.web.SlackFailure.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Slack's oauth.v2.access: a code becomes an installation, a refresh token the next tokens. */
final class OAuthAccess {
    /** Tokens that rotate live for 12 hours; they are renewed that long before their end. */
    private static final Duration AHEAD = Duration.ofHours(2);

    private final SlackClient client;
    private final OAuth app;
    private final Tokens tokens;
    private final InstantSource clock;

    OAuthAccess(SlackClient client, OAuth app, Tokens tokens, InstantSource clock) {
        this.client = client;
        this.app = app;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** {@code redirect} must be the address that was given when the code was asked for. */
    Called<Installation> install(String code, URI redirect) {
        return client.call(
                        "",
                        methods -> methods.oauthV2Access(request -> request.clientId(app.clientId())
                                .clientSecret(app.clientSecret())
                                .code(code)
                                .redirectUri(redirect.toString())))
                .then(this::installation);
    }

    private Called<Installation> installation(OAuthV2AccessResponse answer) {
        if (answer.getTeam() == null || answer.isEnterpriseInstall())
            return new Called.Failed<>(SlackFailure.of(
                    Kind.OTHER,
                    "enterprise_install",
                    "Arke is installed in single workspaces, not in a whole organisation: choose a workspace."));
        return new Called.Ok<>(new Installation(
                ContactKind.SLACK,
                answer.getTeam().getId(),
                Optional.ofNullable(answer.getTeam().getName())
                        .orElse(answer.getTeam().getId()),
                answer.getBotUserId(),
                tokens.sealed(answer.getAccessToken(), Optional.ofNullable(answer.getRefreshToken())),
                refreshesAt(answer),
                clock.instant(),
                Optional.empty()));
    }

    /** The same installation with new tokens. */
    Called<Installation> renew(Installation old, String refreshToken) {
        return client.call(
                        "",
                        methods -> methods.oauthV2Access(request -> request.clientId(app.clientId())
                                .clientSecret(app.clientSecret())
                                .grantType("refresh_token")
                                .refreshToken(refreshToken)))
                .map(answer -> new Installation(
                        old.platform(),
                        old.tenant(),
                        old.name(),
                        old.botId(),
                        tokens.sealed(
                                answer.getAccessToken(),
                                Optional.ofNullable(answer.getRefreshToken()).or(() -> Optional.of(refreshToken))),
                        refreshesAt(answer),
                        old.installedAt(),
                        Optional.empty()));
    }

    private Optional<Instant> refreshesAt(OAuthV2AccessResponse answer) {
        return Optional.ofNullable(answer.getExpiresIn())
                .filter(seconds -> seconds > 0 && answer.getRefreshToken() != null)
                .map(seconds -> clock.instant().plusSeconds(seconds).minus(AHEAD));
    }
}
