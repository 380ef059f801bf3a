package dev.arke.testkit.teams;

import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.Authenticator;
import java.util.concurrent.CompletableFuture;

/** The token that {@link FakeTeams} takes, without a sign-in at Microsoft's. */
public final class FixedToken extends AppCredentials {
    public FixedToken() {
        super(FakeTeams.TENANT);
    }

    @Override
    public CompletableFuture<String> getToken() {
        return CompletableFuture.completedFuture(FakeTeams.TOKEN);
    }

    @Override
    protected Authenticator buildAuthenticator() {
        throw new IllegalStateException("nobody signs in");
    }
}
