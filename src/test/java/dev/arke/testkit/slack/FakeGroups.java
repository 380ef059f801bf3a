package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** User groups, which cannot be emptied and take no guests. */
public final class FakeGroups {
    private record Group(String id, String handle, Set<String> users, boolean disabled) {}

    private final FakePeople people;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    FakeGroups(FakePeople people) {
        this.people = people;
    }

    public synchronized void add(String id, String handle, Set<String> users) {
        groups.put(id, new Group(id, handle, Set.copyOf(users), false));
    }

    public synchronized void disable(String id) {
        var group = get(id);
        groups.put(id, new Group(id, group.handle(), group.users(), true));
    }

    public synchronized Set<String> users(String id) {
        return get(id).users();
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "usergroups.list", this::list,
                "usergroups.users.list", call -> users(Wire.object(), get(call.get("usergroup"))),
                "usergroups.users.update", this::update);
    }

    private Group get(String id) {
        var group = groups.get(id);
        if (group == null) throw new Refused("no_such_subteam");
        return group;
    }

    private synchronized ObjectNode list(Call call) {
        var answer = Wire.object();
        var list = answer.putArray("usergroups");
        groups.values()
                .forEach(group -> list.addObject()
                        .put("id", group.id())
                        .put("handle", group.handle())
                        .put("name", group.handle())
                        .put("date_delete", group.disabled() ? 1_700_000_000 : 0));
        return answer;
    }

    private synchronized ObjectNode update(Call call) {
        var before = get(call.get("usergroup"));
        var users = FakeSlack.ids(call.find("users").orElseThrow(() -> new Refused("no_users_provided")));
        if (users.stream().anyMatch(people::isGuest)) throw new Refused("invalid_users");
        if (users.contains("")) throw new Refused("no_users_provided");
        var after = new Group(before.id(), before.handle(), Set.copyOf(users), before.disabled());
        groups.put(after.id(), after);
        var answer = Wire.object();
        users(answer.putObject("usergroup").put("id", after.id()).put("handle", after.handle()), after);
        return answer;
    }

    private static ObjectNode users(ObjectNode into, Group group) {
        group.users().forEach(into.putArray("users")::add);
        return into;
    }
}
