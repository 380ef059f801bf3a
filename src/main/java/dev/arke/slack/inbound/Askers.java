package dev.arke.slack.inbound;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Asker.Kind;
import dev.arke.dialogue.Turns;
import dev.arke.engine.people.IdentityByEmail;
import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFailure;
import dev.arke.slack.web.Workspaces;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Who is behind an account: name, time zone, and whether a member, as Slack says and for an hour. When Slack does not say it
 * within a second, the signed request counts: an account of the workspace is a member, so that an acknowledgement is
 * never lost to a Slack that is half down.
 */
final class Askers {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Account(String team, String user) {}

    private record Known(Asker asker, Instant at) {}

    private final SlackClient client;
    private final Workspaces workspaces;
    private final BiFunction<String, String, Optional<Responder>> responders;
    private final IdentityByEmail byEmail;
    private final Turns turns;
    private final InstantSource clock;
    private final Map<Account, Known> known = new LinkedHashMap<>();

    /** {@code responders} gives whose a team's account is known to be. */
    Askers(
            SlackClient client,
            Workspaces workspaces,
            BiFunction<String, String, Optional<Responder>> responders,
            IdentityByEmail byEmail,
            Turns turns,
            InstantSource clock) {
        this.client = client;
        this.workspaces = workspaces;
        this.responders = responders;
        this.byEmail = byEmail;
        this.turns = turns;
        this.clock = clock;
    }

    Asker of(Gesture.Who who) {
        var account = new Account(who.team(), who.user());
        return known(account)
                .or(() -> Turns.within(turns.begin(() -> ask(who, account)), PATIENCE)
                        .flatMap(asker -> asker))
                .orElseGet(() -> byRequest(who));
    }

    private synchronized Optional<Asker> known(Account account) {
        return Optional.ofNullable(known.get(account))
                .filter(one -> clock.instant().isBefore(one.at().plus(FRESH)))
                .map(Known::asker);
    }

    /** Somebody of a workspace where Arke is not installed is no member, whatever Slack says of them. */
    private Optional<Asker> ask(Gesture.Who who, Account account) {
        if (isElsewhere(who)) return Optional.of(asker(who, who.name(), zone(who), Kind.OUTSIDER));
        var answer = workspaces
                .token(Optional.of(who.team()))
                .then(token -> client.call(token, methods -> methods.usersInfo(r -> r.user(who.user()))));
        return switch (answer.map(UsersInfoResponse::getUser)) {
            case Called.Ok<User>(var user) -> {
                var asker = asker(who, user);
                if (asker.kind() == Kind.MEMBER && isOwnEmail(who, user)) link(asker, user);
                yield Optional.of(remember(account, asker));
            }
            case Called.Failed<User>(var failure) ->
                failure.kind() == SlackFailure.Kind.PERSON
                        ? Optional.of(asker(who, who.name(), zone(who), Kind.OUTSIDER))
                        : Optional.empty();
        };
    }

    /** Whether the mail address is the account's own, and the account the workspace's own, as Slack vouches. */
    private static boolean isOwnEmail(Gesture.Who who, User user) {
        return user.isEmailConfirmed() && !isForeign(who) && who.team().equals(user.getTeamId());
    }

    private void link(Asker asker, User user) {
        var email = user.getProfile() == null ? null : user.getProfile().getEmail();
        boolean isKnown = responders.apply(asker.tenant(), asker.userId()).isPresent();
        if (email == null || isKnown || !byEmail.isAllowed()) return;
        var account = new Actor.Unlinked(asker.platform(), asker.tenant(), asker.userId(), asker.displayName());
        byEmail.link(List.of(new IdentityByEmail.Vouched(account, List.of(email))));
    }

    private boolean isElsewhere(Gesture.Who who) {
        if (workspaces.home().isEmpty()) return isForeign(who);
        return workspaces.of(who.team()).isEmpty()
                || (isForeign(who) && workspaces.of(who.userTeam()).isEmpty());
    }

    private static boolean isForeign(Gesture.Who who) {
        return !who.userTeam().equals(who.team());
    }

    private Asker byRequest(Gesture.Who who) {
        return asker(who, who.name(), zone(who), isForeign(who) ? Kind.OUTSIDER : Kind.MEMBER);
    }

    private ZoneId zone(Gesture.Who who) {
        return responders.apply(who.team(), who.user()).map(Responder::zone).orElse(ZoneOffset.UTC);
    }

    private synchronized Asker remember(Account account, Asker asker) {
        known.remove(account);
        known.put(account, new Known(asker, clock.instant()));
        if (known.size() > MOST) known.remove(known.keySet().iterator().next());
        return asker;
    }

    /** Slack says that somebody changed their name, time zone or standing. */
    void changed(String team, User user) {
        var account = new Account(team, user.getId());
        known(account)
                .ifPresent(before -> remember(
                        account, asker(new Gesture.Who(team, team, user.getId(), before.displayName()), user)));
    }

    private Asker asker(Gesture.Who who, User user) {
        boolean isOutside = user.isRestricted()
                || user.isUltraRestricted()
                || user.isStranger()
                || user.isBot()
                || user.isWorkflowBot()
                || user.isDeleted();
        return asker(
                who,
                name(user).orElse(who.name()),
                zone(user).orElseGet(() -> zone(who)),
                isOutside ? Kind.OUTSIDER : Kind.MEMBER);
    }

    private static Optional<String> name(User user) {
        var profile = user.getProfile();
        return Optional.ofNullable(profile == null ? null : profile.getDisplayName())
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(user.getRealName()))
                .or(() -> Optional.ofNullable(user.getName()));
    }

    private static Optional<ZoneId> zone(User user) {
        try {
            return Optional.ofNullable(user.getTz()).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Asker asker(Gesture.Who who, String name, ZoneId zone, Kind kind) {
        return new Asker(ContactKind.SLACK, who.team(), who.user(), name, zone, kind);
    }
}
