package dev.arke.teams.web;

import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import dev.arke.teams.TeamsSettings;
import dev.arke.teams.web.TeamsFailure.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens with which we speak to Teams: one of our tenant, which the SDK keeps until it expires. It is asked for before
 * each call, within a time limit, and not on the threads of the HTTP client, which would all wait for a sign-in that hangs.
 */
public final class AppTokens implements ServiceClientCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(AppTokens.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Optional<AppCredentials> credentials;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable String current;
    private volatile Optional<String> known = Optional.of("Microsoft's sign-in (Entra ID) has not answered yet");

    private AppTokens(Optional<AppCredentials> credentials) {
        this.credentials = credentials;
    }

    /** Those of the bot's registration; none for a test client. */
    public static AppTokens of(TeamsSettings settings) {
        return new AppTokens(
                settings.anonymous()
                        ? Optional.empty()
                        : Optional.of(new MicrosoftAppCredentials(
                                settings.appId(), settings.appSecret(), settings.tenantId())));
    }

    /** Those that these credentials give. */
    public static AppTokens of(AppCredentials credentials) {
        return new AppTokens(Optional.of(credentials));
    }

    /** Why there was none the last time, in a sentence; asks anew meanwhile, and waits for nothing. */
    public Optional<String> problem() {
        if (credentials.isEmpty()) return Optional.empty();
        if (asking.compareAndSet(false, true))
            Thread.ofPlatform().daemon(true).name("teams sign-in").start(() -> {
                try {
                    renew();
                } finally {
                    asking.set(false);
                }
            });
        return known;
    }

    /** The same of now, for which it waits. */
    public Optional<String> problemNow() {
        return renew().map(TeamsFailure::problem);
    }

    /** Sees that there is one; empty when there is. */
    Optional<TeamsFailure> renew() {
        var failure = credentials.flatMap(this::renew);
        known = failure.map(TeamsFailure::problem);
        return failure;
    }

    private Optional<TeamsFailure> renew(AppCredentials credentials) {
        try {
            var token = credentials.getToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (token != null && !token.isBlank()) {
                current = token;
                return Optional.empty();
            }
            return Optional.of(refused());
        } catch (TimeoutException e) {
            return Optional.of(TeamsFailure.of(
                    Kind.TIMEOUT, "sign_in_timeout", "Microsoft's sign-in (Entra ID) did not answer in time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(TeamsFailure.of(Kind.TIMEOUT, "interrupted", "it took too long, or Arke is stopping"));
        } catch (ExecutionException | RuntimeException e) {
            return Optional.of(of(e));
        }
    }

    private static TeamsFailure of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException)
                return TeamsFailure.of(
                        Kind.SERVER, "sign_in_unreachable", "Microsoft's sign-in (Entra ID) cannot be reached");
        // Without its words, which may quote the secret's surroundings.
        LOG.atWarn()
                .addKeyValue(
                        "failure",
                        e.getCause() == null ? e : e.getCause().getClass().getName())
                .log("Microsoft gives no token for Teams");
        return refused();
    }

    private static TeamsFailure refused() {
        return TeamsFailure.of(
                Kind.AUTH,
                "sign_in",
                "Microsoft's sign-in (Entra ID) gives us no token: check TEAMS_APP_ID, TEAMS_APP_SECRET and"
                        + " TEAMS_TENANT_ID, and whether the secret has expired");
    }

    @Override
    public void applyCredentialsFilter(OkHttpClient.Builder http) {
        http.addInterceptor(chain -> {
            var token = current;
            return chain.proceed(
                    token == null
                            ? chain.request()
                            : chain.request()
                                    .newBuilder()
                                    .header("Authorization", "Bearer " + token)
                                    .build());
        });
    }
}
