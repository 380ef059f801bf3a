package dev.arke.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.slack.SlackSettings;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeSlack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OwnAppTest {
    private final FakeSlack slack = FakeSlack.start();
    private final MovableInstants clock = new MovableInstants();
    private final SlackClient client = new SlackClient(slack.settings(), clock);
    private final OwnApp app = new OwnApp(client, FakeSlack.TOKEN, clock);

    @AfterEach
    void close() {
        client.close();
        slack.close();
    }

    @Test
    void slackIsAskedOnceWhoWeAre() {
        assertThat(slack.calls()).isEmpty();

        assertThat(app.home()).hasValueSatisfying(home -> {
            assertThat(home.teamId()).isEqualTo(FakeSlack.TEAM);
            assertThat(home.botUserId()).isEqualTo(FakeSlack.BOT);
        });
        clock.advance(Duration.ofDays(1));

        assertThat(app.of(FakeSlack.TEAM)).isPresent();
        assertThat(app.of("T0OTHER")).isEmpty();
        assertThat(app.all()).hasSize(1);
        assertThat(slack.calls("auth.test")).hasSize(1);
    }

    @Test
    void whileSlackIsDownTheTokenIsKnownAndWhoWeAreIsAskedEveryFewSeconds() {
        slack.always("*", Answer.status(503));

        assertThat(app.home()).isEmpty();
        assertThat(app.home()).isEmpty();
        assertThat(app.token(Optional.empty())).isEqualTo(new Called.Ok<>(FakeSlack.TOKEN));
        assertThat(app.token(Optional.of(FakeSlack.TEAM)).failed())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(SlackFailure.Kind.SERVER));
        assertThat(app.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("503"));
        assertThat(slack.calls("auth.test")).hasSize(1);

        slack.working();
        clock.advance(Duration.ofSeconds(5));
        assertThat(app.token(Optional.of(FakeSlack.TEAM))).isEqualTo(new Called.Ok<>(FakeSlack.TOKEN));
        assertThat(app.problem()).isEmpty();
    }

    @Test
    void anotherWorkspaceIsNotReached() {
        assertThat(app.token(Optional.of("T0OTHER")).failed()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(SlackFailure.Kind.AUTH);
            assertThat(failure.problem()).contains("T0OTHER", "install");
        });
    }

    @Test
    void missingScopesAreNamed() {
        slack.workspaces().scopes(List.of("commands", "chat:write", "chat:write.public", "im:write", "users:read"));

        assertThat(app.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("im:history", "app_mentions:read")
                        .doesNotContain("chat:write,"));
    }

    @Test
    void theRightToSeeMailAddressesIsMissedOnlyWhereAccountsAreLinkedByThem() {
        var settings = slack.settings();
        var byEmail = new SlackSettings(
                settings.botToken(),
                settings.signingSecret(),
                settings.appToken(),
                settings.oauth(),
                settings.api(),
                settings.command(),
                new SlackSettings.Extras(true, false));

        assertThat(app.problem()).isEmpty();
        try (var reading = new SlackClient(byEmail, clock)) {
            assertThat(new OwnApp(reading, FakeSlack.TOKEN, clock).problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("users:read.email"));
        }
    }

    @Test
    void aRevokedTokenIsAProblemAndNoSecretIsTold() {
        slack.always("auth.test", Answer.error("token_revoked"));

        assertThat(app.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("revoked").doesNotContain("xoxb"));
        assertThat(slack.settings().toString()).doesNotContain("xoxb");
        slack.working();
        clock.advance(Duration.ofMinutes(1));
        assertThat(app.home().orElseThrow().toString()).doesNotContain("xoxb");
    }
}
