package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What Teams sends to the bot, signed, as people do things there. */
public final class TeamsSends implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final URI endpoint;
    private final FakeTeams teams;
    private final HttpClient http = HttpClient.newHttpClient();
    /** One for all it sends from an address, as Teams does for about an hour. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private long count;

    /** {@code arke} is where it listens. */
    public TeamsSends(URI arke, FakeTeams teams) {
        this.endpoint = arke.resolve("/api/messages");
        this.teams = teams;
    }

    /** What the bot answered, and how long that took. */
    public record Heard(int status, String body, Duration took) {
        public JsonNode json() {
            try {
                return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Somebody's line in a thread of a channel, in which the bot is mentioned. */
    public ObjectNode inChannel(String user, String conversation, String line) {
        return mentioning(activity("message", user, conversation, "channel"), line);
    }

    /** Somebody's line in their chat with the bot. */
    public ObjectNode personal(String user, String line) {
        return activity("message", user, FakeTeams.direct(user), "personal").put("text", line);
    }

    /** Somebody's line in a chat of several, in which the bot is mentioned. */
    public ObjectNode inChat(String user, String chat, String line) {
        return mentioning(activity("message", user, chat, "groupChat"), line);
    }

    /** Somebody else is mentioned in a message, as text that it contains already. */
    public ObjectNode mention(ObjectNode message, String label, String userId) {
        var entity = message.withArray("/entities").addObject().put("type", "mention");
        entity.put("text", "<at>" + label + "</at>")
                .putObject("mentioned")
                .put("id", userId)
                .put("name", label);
        return message;
    }

    private static ObjectNode mentioning(ObjectNode activity, String line) {
        activity.put("text", "<at>Arke</at> " + line).put("textFormat", "plain");
        var mention =
                activity.putArray("entities").addObject().put("type", "mention").put("text", "<at>Arke</at>");
        mention.putObject("mentioned").put("id", FakeTeams.BOT).put("name", "Arke");
        return activity;
    }

    /** A click on {@code Action.Submit}, which is what becomes of a button where nobody knows {@code Action.Execute}. */
    public ObjectNode submit(String user, String conversation, String message, JsonNode data) {
        var activity =
                activity("message", user, conversation, kind(conversation)).put("replyToId", message);
        activity.set("value", data);
        return activity;
    }

    /** A click on {@code Action.Execute}. */
    public ObjectNode click(String user, String conversation, String message, JsonNode data) {
        var activity = invoke("adaptiveCard/action", user, conversation).put("replyToId", message);
        var value = activity.putObject("value").put("trigger", "manual");
        value.putObject("action")
                .put("type", "Action.Execute")
                .put("verb", "arke")
                .set("data", data);
        return activity;
    }

    public ObjectNode invoke(String name, String user, String conversation) {
        return activity("invoke", user, conversation, kind(conversation)).put("name", name);
    }

    /** The app was added for somebody, or removed. */
    public ObjectNode installation(String user, String conversation, String action) {
        teams.tenant().install(conversation, action.startsWith("add"));
        return activity("installationUpdate", user, conversation, kind(conversation))
                .put("action", action);
    }

    /** A {@code conversationUpdate} of the team: something became of it or of one of its channels. */
    public ObjectNode ofTeam(String user, String event, String channel) {
        var activity = activity("conversationUpdate", user, FakeTeams.TEAM, "channel");
        var data = (ObjectNode) activity.path("channelData");
        data.put("eventType", event).putObject("channel").put("id", channel).put("name", channel);
        return activity;
    }

    /** A {@code conversationUpdate}: these came to a team or a chat ({@code membersAdded}), or left it. */
    public ObjectNode members(String user, String conversation, String change, String... userIds) {
        var activity = activity("conversationUpdate", user, conversation, kind(conversation));
        var members = activity.putArray(change);
        for (var id : userIds) members.addObject().put("id", id);
        return activity;
    }

    private static String kind(String conversation) {
        if (conversation.contains("@thread.tacv2")) return "channel";
        return conversation.startsWith("19:") && !conversation.contains("@unq.") ? "groupChat" : "personal";
    }

    public ObjectNode activity(String type, String user, String conversation, String kind) {
        var activity = NODES.objectNode()
                .put("type", type)
                .put("id", "f:" + ++count)
                .put("channelId", "msteams")
                .put("serviceUrl", teams.serviceUrl())
                .put("localTimezone", "Europe/Paris");
        var name = user.substring(user.indexOf(':') + 1);
        activity.putObject("from").put("id", user).put("name", name).put("aadObjectId", FakeTeams.objectId(name));
        activity.putObject("recipient").put("id", FakeTeams.BOT).put("name", "Arke");
        activity.putObject("conversation")
                .put("id", conversation)
                .put("conversationType", kind)
                .put("tenantId", FakeTeams.TENANT);
        var data = activity.putObject("channelData");
        data.putObject("tenant").put("id", FakeTeams.TENANT);
        if (kind.equals("channel")) data.putObject("team").put("id", FakeTeams.TEAM);
        return activity;
    }

    public Heard send(ObjectNode activity) {
        teams.tenant().written(activity.at("/conversation/id").asText());
        var token = tokens.computeIfAbsent(teams.serviceUrl(), BotFrameworkKeys::token);
        return send(activity.toString(), Optional.of("Bearer " + token));
    }

    public Heard send(String body, Optional<String> authorization) {
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            long begun = System.nanoTime();
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Heard(answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
