package dev.arke.slack.inbound;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadDetector;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import java.util.Set;

/** What kinds of requests Bolt is handed. It would log the others whole, with their tokens. */
final class Known {
    private static final Gson GSON = new Gson();
    private static final Set<String> TYPES = Set.of(
            "block_actions",
            "block_suggestion",
            "event_callback",
            "message_action",
            "shortcut",
            "url_verification",
            "view_closed",
            "view_submission");

    /** What a request is. */
    enum Kind {
        OURS,
        /** Something that Slack has and we do not know. */
        NEW,
        UNREADABLE
    }

    private Known() {}

    /** Of a body as HTTP brings it. */
    static Kind of(String body) {
        if (new SlashCommandPayloadDetector().isCommand(body)) return Kind.OURS;
        try {
            var json = body.startsWith("{") ? body : new JsonPayloadExtractor().extractIfExists(body);
            var payload = json == null ? null : GSON.fromJson(json, JsonElement.class);
            return payload != null && payload.isJsonObject() ? of(payload.getAsJsonObject()) : Kind.UNREADABLE;
        } catch (JsonParseException | IllegalArgumentException e) {
            return Kind.UNREADABLE;
        }
    }

    static Kind of(JsonObject payload) {
        if (payload.has("command")) return Kind.OURS;
        var type = payload.get("type");
        if (type == null || !type.isJsonPrimitive()) return Kind.UNREADABLE;
        return TYPES.contains(type.getAsString()) ? Kind.OURS : Kind.NEW;
    }
}
