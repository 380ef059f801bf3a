package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.testkit.teams.FakeTeams.Posted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the connector does when it is asked, and answers. What no bot that works would ask is kept as strange. */
final class ConnectorAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ACTIVITIES = Pattern.compile("/v3/conversations/([^/]+)/activities(?:/([^/]+))?");
    private static final Pattern MEMBERS =
            Pattern.compile("/v3/conversations/([^/]+)/(members|pagedmembers)(?:/(.+))?");
    private static final Pattern CHANNELS = Pattern.compile("/v3/teams/([^/]+)/conversations");

    private final TeamsTenant tenant;
    private Optional<TeamsRates> rates;
    private final TeamsMessages messages = new TeamsMessages();
    private final List<String> strange = new ArrayList<>();
    private int pageSize = 200;

    ConnectorAnswers(TeamsTenant tenant, Optional<TeamsRates> rates) {
        this.tenant = tenant;
        this.rates = rates;
    }

    record Said(int status, String body, Optional<Integer> retryAfter) {
        static Said json(int status, JsonNode body) {
            return new Said(status, body.toString(), Optional.empty());
        }
    }

    static Said error(int status, Optional<String> code) {
        var json = JsonNodeFactory.instance.objectNode();
        code.ifPresent(word -> json.putObject("error").put("code", word).put("message", "secret words"));
        return Said.json(status, json);
    }

    synchronized void pageSize(int members) {
        pageSize = members;
    }

    synchronized void limit(TeamsRates counted) {
        rates = Optional.of(counted);
    }

    synchronized List<String> strange() {
        return List.copyOf(strange);
    }

    List<Posted> messages() {
        return messages.all();
    }

    synchronized Said act(String method, String path, String query, byte[] body) throws IOException {
        var activities = ACTIVITIES.matcher(path);
        var json = JSON.readTree(body);
        if (path.equals("/v3/conversations") && method.equals("POST")) return create(json);
        if (activities.matches() && method.equals("POST"))
            return limited(activities.group(1), true)
                    .orElseGet(() -> post(activities.group(1), json, body.length, query));
        if (activities.matches() && method.equals("PUT"))
            return limited(activities.group(1), true)
                    .orElseGet(() -> put(activities.group(1), activities.group(2), json));
        var members = MEMBERS.matcher(path);
        if (members.matches())
            return limited(members.group(1), false)
                    .orElseGet(() ->
                            roster(members.group(1), members.group(2), Optional.ofNullable(members.group(3)), query));
        var team = CHANNELS.matcher(path);
        if (team.matches())
            return limited(team.group(1), false)
                    .or(() -> refusal(tenant.find(team.group(1))))
                    .orElseGet(this::channelList);
        return strange(501, "NotImplemented", method + " " + path);
    }

    private Optional<Said> limited(String conversation, boolean isWriting) {
        return rates.flatMap(counted -> counted.count(conversation, isWriting))
                .map(limit -> strange(429, "RequestThrottled", limit));
    }

    private Said strange(int status, String code, String what) {
        strange.add(what);
        return error(status, Optional.of(code));
    }

    /** Why nothing can be written to a conversation. To name one that there is not is the bot's mistake. */
    private Optional<Said> away(String conversation) {
        var found = tenant.find(conversation);
        if (found == TeamsTenant.Found.NOWHERE) strange.add("written nowhere: " + conversation);
        return refusal(found);
    }

    private static Optional<Said> refusal(TeamsTenant.Found found) {
        return switch (found) {
            case THERE -> Optional.empty();
            case BLOCKED -> Optional.of(error(403, Optional.of("MessageWritesBlocked")));
            case WITHOUT_THE_BOT -> Optional.of(error(403, Optional.of("BotNotInConversationRoster")));
            case NOWHERE -> Optional.of(error(404, Optional.of("ConversationNotFound")));
        };
    }

    private Said create(JsonNode wanted) {
        boolean isThread = wanted.path("isGroup").asBoolean();
        var to = wanted.at(isThread ? "/channelData/channel/id" : "/members/0/id")
                .asText();
        if (!wanted.path("tenantId").asText().equals(FakeTeams.TENANT))
            return strange(400, "BadSyntax", "of no tenant: " + to);
        var no = limited(isThread ? to : FakeTeams.direct(to), true)
                .or(() -> isThread ? away(to) : refusal(tenant.findUser(to)));
        if (no.isPresent()) return no.get();
        var made = JsonNodeFactory.instance.objectNode();
        if (!isThread) return Said.json(201, made.put("id", tenant.open(to)));
        var problem =
                TeamsMessages.problem(wanted.path("activity"), wanted.toString().length());
        if (problem.isPresent()) return refuse(problem.get());
        var begun = messages.begin(to, wanted.path("activity"));
        tenant.written(begun.conversation());
        return Said.json(201, made.put("id", begun.conversation()).put("activityId", begun.id()));
    }

    private Said post(String conversation, JsonNode activity, int length, String query) {
        var problem = TeamsMessages.problem(activity, length);
        if (problem.isPresent()) return refuse(problem.get());
        boolean isTargeted = activity.at("/recipient/isTargeted").asBoolean();
        if (isTargeted != query.contains("isTargetedActivity=true")) return refuse("targeted in one place only");
        return away(conversation).orElseGet(() -> id(201, messages.add(conversation, activity)));
    }

    private Said put(String conversation, String id, JsonNode activity) {
        var before = messages.find(id);
        var no = away(conversation);
        if (no.isPresent()) return no.get();
        if (before.isEmpty()) return error(404, Optional.of("ActivityNotFoundInConversation"));
        if (!before.get().conversation().equals(conversation))
            return strange(404, "ActivityNotFoundInConversation", "no message of " + conversation + ": " + id);
        var problem = TeamsMessages.problem(activity, activity.toString().length());
        return problem.map(this::refuse).orElseGet(() -> id(200, messages.change(before.get(), activity)));
    }

    private static Said id(int status, Posted message) {
        return Said.json(status, JsonNodeFactory.instance.objectNode().put("id", message.id()));
    }

    private Said refuse(String problem) {
        return strange(400, "BadSyntax", problem);
    }

    private Said roster(String conversation, String kind, Optional<String> one, String query) {
        return refusal(tenant.find(conversation))
                .orElseGet(() -> one.map(id -> TeamsRoster.member(tenant.members(conversation), id)
                                .map(person -> Said.json(200, person))
                                .orElseGet(() -> error(404, Optional.of("MemberNotFoundInConversation"))))
                        .orElseGet(() -> kind.equals("members")
                                ? Said.json(200, TeamsRoster.all(tenant.members(conversation)))
                                : TeamsRoster.page(conversation, tenant.members(conversation), pageSize, query)
                                        .map(page -> Said.json(200, page))
                                        .orElseGet(() -> refuse("a page that nobody was told of: " + query))));
    }

    private Said channelList() {
        var list = JsonNodeFactory.instance.objectNode();
        var array = list.putArray("conversations");
        tenant.channels().forEach(id -> array.addObject().put("id", id).put("name", id));
        return Said.json(200, list);
    }
}
