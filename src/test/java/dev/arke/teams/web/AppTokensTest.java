package dev.arke.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.Authenticator;
import dev.arke.testkit.teams.FakeTeams;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What {@code /ready} hears of Microsoft's sign-in. */
final class AppTokensTest {
    private final SlowSignIn signIn = new SlowSignIn();
    private final AppTokens tokens = AppTokens.of(signIn);

    @Test
    void whoAsksHearsWhatWasKnownLastAndNeverWaits() {
        assertThat(tokens.problem()).get().asString().contains("has not answered yet");
        assertThat(tokens.problem()).get().asString().contains("has not answered yet");

        signIn.answer.complete("a-token");
        await(Optional.empty());

        signIn.answer = CompletableFuture.failedFuture(new ConnectException("refused"));
        await(Optional.of("Microsoft's sign-in (Entra ID) cannot be reached"));
        assertThat(tokens.problemNow()).contains("Microsoft's sign-in (Entra ID) cannot be reached");

        signIn.answer = CompletableFuture.completedFuture("a-token");
        await(Optional.empty());
    }

    private void await(Optional<String> problem) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!tokens.problem().equals(problem) && System.nanoTime() < end) LockSupport.parkNanos(1_000_000);
        assertThat(tokens.problem()).isEqualTo(problem);
    }

    /** Answers when it is told to. */
    private static final class SlowSignIn extends AppCredentials {
        volatile CompletableFuture<String> answer = new CompletableFuture<>();

        SlowSignIn() {
            super(FakeTeams.TENANT);
        }

        @Override
        public CompletableFuture<String> getToken() {
            return answer;
        }

        @Override
        protected Authenticator buildAuthenticator() {
            throw new IllegalStateException("nobody signs in");
        }
    }
}
