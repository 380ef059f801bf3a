package dev.arke.slack.web;

import com.slack.api.model.Usergroup;
import dev.arke.chat.Rooms.LeftOut;
import dev.arke.chat.Rooms.Person;
import dev.arke.slack.web.RoomCalls.Rate;
import dev.arke.slack.web.SlackFailure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** User groups: Slack takes their members only whole, none that is empty, and no guests. */
final class UserGroups {
    private static final Pattern ID = Pattern.compile("S[A-Z0-9]{2,30}");

    private final RoomCalls calls;
    private final RoomPeople people;

    UserGroups(RoomCalls calls, RoomPeople people) {
        this.calls = calls;
        this.people = people;
    }

    /** Where none of them can be in it, it stays as it is. */
    Called<List<LeftOut>> set(Workspace workspace, String group, List<Person> wanted) {
        var accounts = new LinkedHashSet<String>();
        var out = new ArrayList<LeftOut>();
        for (var person : wanted) {
            var account = RoomPeople.account(person, workspace);
            var why = account.map(id -> people.whyNotInGroup(workspace, id))
                    .orElseGet(() -> new Called.Ok<>(Optional.of(RoomPeople.NO_ACCOUNT)));
            if (why.failed().isPresent())
                return new Called.Failed<>(why.failed().get());
            why.answered()
                    .flatMap(said -> said)
                    .ifPresentOrElse(
                            said -> out.add(new LeftOut(person.responderId(), said)),
                            () -> accounts.add(account.orElseThrow()));
        }
        if (accounts.isEmpty()) return new Called.Ok<>(out);
        return id(workspace, group)
                .then(id -> calls.call(
                        workspace,
                        Rate.MEMBERS,
                        slack ->
                                slack.usergroupsUsersUpdate(r -> r.usergroup(id).users(List.copyOf(accounts)))))
                .map(done -> out);
    }

    /** Of a group that was named by its id or its handle. */
    private Called<String> id(Workspace workspace, String group) {
        if (ID.matcher(group).matches()) return new Called.Ok<>(group);
        return calls.call(workspace, Rate.GROUPS, slack -> slack.usergroupsList(r -> r.includeDisabled(true)))
                .then(listed -> listed.getUsergroups().stream()
                        .filter(one -> group.equalsIgnoreCase(one.getHandle()))
                        .findFirst()
                        .map(UserGroups::enabled)
                        .orElseGet(() -> new Called.Failed<>(SlackFailure.of(
                                Kind.OTHER, "no_such_subteam", "there is no user group of this handle"))));
    }

    private static Called<String> enabled(Usergroup group) {
        boolean isDisabled = group.getDateDelete() != null && group.getDateDelete() > 0;
        return isDisabled
                ? new Called.Failed<>(SlackFailure.of(
                        Kind.OTHER, "subteam_disabled", "the user group is disabled: enable it in Slack"))
                : new Called.Ok<>(group.getId());
    }
}
