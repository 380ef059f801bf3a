package dev.arke.teams.inbound;

import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import dev.arke.teams.TeamsSettings;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a request is Teams': its token is signed by the Bot Framework, for our app, endorsed for Teams, and of the address
 * at which the request wants to be answered. The SDK looks at all of that; whatever it throws, the answer is no.
 */
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String CHANNEL = "msteams";
    private static final long PATIENCE_SECONDS = 10;

    private final SimpleCredentialProvider app;

    Gate(TeamsSettings settings) {
        this.app = new SimpleCredentialProvider(settings.appId(), "");
    }

    boolean isTeams(String authorization, String serviceUrl) {
        try {
            // Even a token that cannot be decoded is told by an exception of another kind, at once or later.
            return ChannelValidation.authenticateToken(
                            authorization, app, CHANNEL, serviceUrl, new AuthenticationConfiguration())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .isAuthenticated();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            LOG.atWarn()
                    .addKeyValue("failure", cause.getClass().getSimpleName())
                    .log("a request is not Teams'");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
