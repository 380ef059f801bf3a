package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who is in the workspace. */
public final class FakePeople {
    /** An account; {@code zone} is a tz name as Slack tells it. */
    public record Person(String id, String name, String email, String zone, Kind kind) {
        /** What Slack says of an account. */
        public enum Kind {
            MEMBER,
            GUEST,
            BOT,
            STRANGER,
            DISABLED
        }
    }

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Set<String> unconfirmed = new HashSet<>();
    private final Supplier<List<String>> scopes;

    FakePeople(Supplier<List<String>> scopes) {
        this.scopes = scopes;
    }

    /** A member with an address of their own. */
    public void add(String id, String name) {
        add(new Person(id, name, name + "@example.com", "Europe/Paris", Person.Kind.MEMBER));
    }

    public void add(Person person) {
        people.put(person.id(), person);
    }

    /** Somebody who has not shown yet that the mail address is their own. */
    public void unconfirmed(Person person) {
        add(person);
        unconfirmed.add(person.id());
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of("users.info", this::info, "users.lookupByEmail", this::lookUp);
    }

    boolean isGuest(String id) {
        return get(id).kind() != Person.Kind.MEMBER;
    }

    /** Somebody a message can be sent to. */
    Person reachable(String id) {
        var person = get(id);
        if (person.kind() == Person.Kind.DISABLED) throw new Refused("user_disabled");
        if (person.kind() == Person.Kind.BOT) throw new Refused("cannot_dm_bot");
        return person;
    }

    private Person get(String id) {
        var person = people.get(id);
        if (person == null) throw new Refused("user_not_found");
        return person;
    }

    private ObjectNode info(Call call) {
        return answer(get(call.get("user")));
    }

    private ObjectNode lookUp(Call call) {
        var email = call.get("email");
        return people.values().stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> new Refused("users_not_found"));
    }

    private ObjectNode answer(Person person) {
        var answer = Wire.object();
        var user = answer.putObject("user")
                .put("id", person.id())
                .put("team_id", person.kind() == Person.Kind.STRANGER ? "T0OTHER" : FakeSlack.TEAM)
                .put("name", person.name())
                .put("real_name", person.name())
                .put("tz", person.zone())
                .put("deleted", person.kind() == Person.Kind.DISABLED)
                .put("is_bot", person.kind() == Person.Kind.BOT)
                .put("is_restricted", person.kind() == Person.Kind.GUEST)
                .put("is_stranger", person.kind() == Person.Kind.STRANGER);
        var profile =
                user.putObject("profile").put("display_name", person.name()).put("real_name", person.name());
        if (scopes.get().contains("users:read.email")) {
            profile.put("email", person.email());
            user.put("is_email_confirmed", !unconfirmed.contains(person.id()));
        }
        return answer;
    }
}
