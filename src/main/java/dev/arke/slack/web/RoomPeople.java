package dev.arke.slack.web;

import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import dev.arke.chat.Rooms.LeftOut;
import dev.arke.chat.Rooms.Person;
import dev.arke.responder.Identity;
import dev.arke.slack.web.RoomCalls.Rate;
import dev.arke.slack.web.SlackFailure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** People as accounts of one workspace. */
final class RoomPeople {
    static final String NO_ACCOUNT = "has no account in this Slack workspace that I know of";

    /** What Slack says of one who need not be asked in. */
    private static final Set<String> IS_THERE = Set.of("already_in_channel", "cant_invite_self");

    private static final Map<String, String> WHY_NOT = Map.of(
            "user_not_found", "is not in this Slack workspace",
            "user_not_visible", "is not in this Slack workspace",
            "user_disabled", "has a deactivated account",
            "user_is_restricted", "is a guest",
            "user_is_ultra_restricted", "is a guest",
            "ura_max_channels", "is a guest of one other channel",
            "cant_invite", "cannot be invited",
            "org_user_not_in_team", "is not in this Slack workspace");

    private final RoomCalls calls;

    RoomPeople(RoomCalls calls) {
        this.calls = calls;
    }

    /** Their account there, or else the one that is linked whatever the workspace. */
    static Optional<String> account(Person person, Workspace workspace) {
        return Stream.of(workspace.teamId(), "")
                .flatMap(tenant -> person.accounts().stream().filter(account -> tenant.equals(account.tenant())))
                .map(Identity::externalId)
                .findFirst();
    }

    /** All in one call; where that is refused because of one of them, each in a call of their own. */
    Called<List<LeftOut>> invite(Workspace workspace, String channel, List<Person> people) {
        var out = new ArrayList<LeftOut>();
        var accounts = new LinkedHashMap<Person, String>();
        for (var person : people)
            account(person, workspace)
                    .ifPresentOrElse(
                            account -> accounts.put(person, account),
                            () -> out.add(new LeftOut(person.responderId(), NO_ACCOUNT)));
        if (accounts.isEmpty()) return new Called.Ok<>(out);
        var together =
                add(workspace, channel, accounts.values().stream().distinct().toList());
        if (together.failed().filter(RoomPeople::isOfPerson).isEmpty()) return together.map(done -> out);
        for (var one : accounts.entrySet()) {
            var failed = add(workspace, channel, List.of(one.getValue())).failed();
            if (failed.isEmpty() || IS_THERE.contains(failed.get().code())) continue;
            if (!isOfPerson(failed.get())) return new Called.Failed<>(failed.get());
            out.add(new LeftOut(one.getKey().responderId(), whyNot(failed.get())));
        }
        return new Called.Ok<>(out);
    }

    private Called<ConversationsInviteResponse> add(Workspace workspace, String channel, List<String> users) {
        return calls.call(
                workspace,
                Rate.INVITE,
                slack -> slack.conversationsInvite(r -> r.channel(channel).users(users)));
    }

    private static boolean isOfPerson(SlackFailure failure) {
        return failure.kind() == Kind.PERSON
                || IS_THERE.contains(failure.code())
                || WHY_NOT.containsKey(failure.code());
    }

    private static String whyNot(SlackFailure failure) {
        return WHY_NOT.getOrDefault(failure.code(), failure.problem());
    }

    /** Why an account cannot be in a user group; empty when it can. */
    Called<Optional<String>> whyNotInGroup(Workspace workspace, String account) {
        var asked = calls.call(workspace, Rate.PERSON, slack -> slack.usersInfo(r -> r.user(account)));
        var failed = asked.failed().filter(failure -> failure.kind() == Kind.PERSON);
        if (failed.isPresent()) return new Called.Ok<>(Optional.of(whyNot(failed.get())));
        return asked.map(answer -> {
            var user = answer.getUser();
            if (user.isDeleted()) return Optional.of("has a deactivated account");
            if (user.isBot()) return Optional.of("is a bot");
            return user.isRestricted() || user.isUltraRestricted() || user.isStranger()
                    ? Optional.of("is a guest")
                    : Optional.empty();
        });
    }
}
