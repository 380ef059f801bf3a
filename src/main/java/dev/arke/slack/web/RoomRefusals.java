package dev.arke.slack.web;

import dev.arke.chat.RoomAnswer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Slack's refusals of calls about channels and user groups mean, as answers of the port. */
final class RoomRefusals {
    private static final String INVITE_ME = "Invite me there with /invite.";

    /** Until somebody does something about it. */
    private static final Map<String, String> NOT_ALLOWED = Map.ofEntries(
            Map.entry("not_in_channel", "I am not in the channel. " + INVITE_ME),
            Map.entry("restricted_action", "The workspace does not let apps do that. An owner of it can allow it."),
            Map.entry("user_is_restricted", "The workspace does not let me do that. An owner of it can allow it."),
            Map.entry(
                    "permission_denied",
                    "Only some people may change user groups here. An owner of the workspace can let everyone do it, in"
                            + " its settings under Permissions, User groups."),
            Map.entry("paid_teams_only", "User groups are a part of Slack's paid plans."),
            Map.entry("plan_upgrade_required", "User groups are a part of Slack's paid plans."),
            Map.entry("too_long", "The topic would be longer than Slack takes. Shorten the rest of it."),
            Map.entry("too_many_pins", "The channel has as many pins as Slack takes."));

    private static final Map<String, String> GONE = Map.ofEntries(
            Map.entry(
                    "channel_not_found", "There is no such channel, or it is private and I am not in it. " + INVITE_ME),
            Map.entry("is_archived", "The channel is archived."),
            Map.entry("channel_is_archived", "The channel is archived."),
            Map.entry("no_such_subteam", "There is no such user group. Link it again by its handle."),
            Map.entry("subteam_not_found", "There is no such user group. Link it again by its handle."));

    /** Of the failures that are the app's, those that last until somebody installs it anew. */
    private static final Set<String> RIGHTS =
            Set.of("missing_scope", "no_permission", "access_denied", "not_installed");

    private RoomRefusals() {}

    static <T> RoomAnswer<T> answer(Called<T> called) {
        return switch (called) {
            case Called.Ok<T>(var value) -> new RoomAnswer.Done<>(value);
            case Called.Failed<T>(var failure) -> answer(failure);
        };
    }

    private static <T> RoomAnswer<T> answer(SlackFailure failure) {
        var code = failure.code();
        if (NOT_ALLOWED.containsKey(code)) return new RoomAnswer.NotAllowed<>(NOT_ALLOWED.getOrDefault(code, ""));
        if (GONE.containsKey(code)) return new RoomAnswer.Gone<>(GONE.getOrDefault(code, ""));
        return switch (failure.kind()) {
            case RATE_LIMITED, TIMEOUT, SERVER -> new RoomAnswer.Again<>(failure.after(), sentence(failure));
            case AUTH ->
                RIGHTS.contains(code)
                        ? new RoomAnswer.NotAllowed<>(sentence(failure))
                        : new RoomAnswer.Again<>(failure.after(), sentence(failure));
            case PERSON, CHANNEL, MESSAGE, PAYLOAD, OTHER -> new RoomAnswer.NotAllowed<>(sentence(failure));
        };
    }

    static String sentence(SlackFailure failure) {
        var problem = failure.problem();
        return problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1) + ".";
    }
}
