package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.testkit.teams.FakeTeams.Person;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The members of a conversation as the connector tells of them: one, all, or a page and the token of the next. */
final class TeamsRoster {
    private static final Pattern TOKEN = Pattern.compile("(?:.*&)?continuationToken=([^&]*)(?:&.*)?");

    private TeamsRoster() {}

    static Optional<ObjectNode> member(List<Person> members, String id) {
        return members.stream()
                .filter(person -> id.equals(person.userId()) || id.equals(person.objectId()))
                .findFirst()
                .map(TeamsRoster::json);
    }

    static ArrayNode all(List<Person> members) {
        var array = JsonNodeFactory.instance.arrayNode();
        members.forEach(person -> array.add(json(person)));
        return array;
    }

    /** Empty when the request has a token of no page of this conversation. */
    static Optional<ObjectNode> page(String conversation, List<Person> members, int size, String query) {
        var token = TOKEN.matcher(query);
        int from = 0;
        while (token.matches()
                && from < members.size()
                && !token(conversation, from).equals(token.group(1))) from += size;
        if (from > 0 && from >= members.size()) return Optional.empty();
        var to = Math.min(members.size(), from + size);
        var page = JsonNodeFactory.instance.objectNode();
        page.set("members", all(members.subList(from, to)));
        if (to < members.size()) page.put("continuationToken", token(conversation, to));
        return Optional.of(page);
    }

    private static String token(String conversation, int from) {
        return "t" + Integer.toHexString((conversation + "#" + from).hashCode());
    }

    private static ObjectNode json(Person person) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", person.userId())
                .put("objectId", person.objectId())
                .put("name", person.name())
                .put("email", person.email())
                .put("userPrincipalName", person.email())
                .put("tenantId", FakeTeams.TENANT)
                .put("userRole", person.role());
    }
}
