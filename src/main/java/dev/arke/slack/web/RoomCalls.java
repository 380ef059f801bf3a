package dev.arke.slack.web;

import com.slack.api.methods.SlackApiTextResponse;
import dev.arke.delivery.RateLimit;
import dev.arke.delivery.RateScope;
import dev.arke.slack.web.SlackFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Calls about channels and user groups. Slack takes few of them a minute, each method counted by workspace, so one that
 * would be too many is not made: it has failed with how long to wait.
 */
final class RoomCalls {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SlackClient client;
    private final Workspaces workspaces;
    private final InstantSource clock;
    private final RateLimit rates = new RateLimit();

    /** The methods, and how often a minute Slack takes each (docs.slack.dev/apis/web-api/rate-limits). */
    enum Rate {
        ARCHIVE(20),
        CREATE(20),
        GROUPS(20),
        INFO(50),
        INVITE(50),
        MEMBERS(20),
        MINE(20),
        PERSON(100),
        PIN(20),
        TOPIC(20);

        private final int permits;

        Rate(int permits) {
            this.permits = permits;
        }

        private RateScope in(Workspace workspace) {
            return new RateScope("slack:" + workspace.teamId() + ":" + name(), permits, MINUTE);
        }
    }

    RoomCalls(SlackClient client, Workspaces workspaces, InstantSource clock) {
        this.client = client;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** The workspace of an address; one without a team is of the home workspace. */
    Called<Workspace> workspace(Optional<String> team) {
        var there = team.isPresent() ? workspaces.of(team.get()) : workspaces.home();
        if (there.isPresent()) return new Called.Ok<>(there.get());
        return workspaces
                .token(team)
                .then(token -> new Called.Failed<>(SlackFailure.of(
                        Kind.SERVER, "unknown_team", "Slack has not said yet which workspace this is")));
    }

    boolean isHome(Workspace workspace) {
        return workspaces.home().filter(workspace::equals).isPresent();
    }

    <T extends SlackApiTextResponse> Called<T> call(Workspace workspace, Rate rate, SlackClient.Method<T> method) {
        var scope = rate.in(workspace);
        var now = clock.instant();
        var free = rates.take(List.of(scope), now);
        if (free.isPresent()) return new Called.Failed<>(tooMany(Duration.between(now, free.get())));
        var called = client.call(workspace, method);
        called.failed()
                .filter(failure -> failure.kind() == Kind.RATE_LIMITED)
                .ifPresent(failure -> rates.block(scope, until(failure), clock.instant()));
        return called;
    }

    private Instant until(SlackFailure failure) {
        return clock.instant().plus(failure.after());
    }

    private static SlackFailure tooMany(Duration wait) {
        return new SlackFailure(Kind.RATE_LIMITED, "ratelimited", "Slack takes only so many of these a minute", wait);
    }
}
