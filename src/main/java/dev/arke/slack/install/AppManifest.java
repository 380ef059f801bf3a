package dev.arke.slack.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.web.Scopes;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/**
 * The text from which Slack makes the app: JSON as api.slack.com/reference/manifests has it. Without {@code base}, the
 * public URL of Arke, it is made for Socket Mode. {@code command} is the slash command, {@code name} the app's name;
 * {@code extras} is what it asks for besides.
 */
public record AppManifest(Optional<URI> base, String command, String name, Extras extras) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_NAME = 35;
    private static final String USAGE_HINT = "who · ack 1042 · page payments \"what is wrong\" · help";

    /** What Slack would refuse of this, in a sentence; empty where nothing. */
    public static Optional<String> problem(Optional<URI> base, String command, String name) {
        if (base.filter(url -> !"https".equals(url.getScheme()) || url.getHost() == null)
                .isPresent())
            return Optional.of("Slack calls https addresses only, such as https://arke.example.com."
                    + " Without an address it can reach, leave --url out: that makes an app for Socket Mode.");
        if (!SlackSettings.isCommand(command))
            return Optional.of("“" + command + "” is not a slash command: write it like /oncall.");
        if (name.isBlank() || name.length() > LONGEST_NAME)
            return Optional.of("Slack takes names of 1 to " + LONGEST_NAME + " characters.");
        return Optional.empty();
    }

    /** Indented, with a line end. */
    public String json() {
        var manifest = JSON.objectNode();
        manifest.set("display_information", displayInformation());
        manifest.set("features", features());
        manifest.set("oauth_config", oauth());
        manifest.set("settings", settings());
        try {
            return new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(manifest)
                            .replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private ObjectNode displayInformation() {
        return JSON.objectNode()
                .put("name", name)
                .put("description", "Pages whoever is on call, and goes on until somebody has it.")
                .put("background_color", "#1f2a44");
    }

    private ObjectNode features() {
        var features = JSON.objectNode();
        features.putObject("app_home")
                .put("home_tab_enabled", true)
                .put("messages_tab_enabled", true)
                .put("messages_tab_read_only_enabled", false);
        features.putObject("bot_user").put("display_name", name).put("always_online", true);
        var shortcuts = features.putArray("shortcuts");
        for (var shortcut : AppSurface.Shortcut.values())
            shortcuts
                    .addObject()
                    .put("name", shortcut.title())
                    .put("type", shortcut.onMessages() ? "message" : "global")
                    .put("callback_id", shortcut.callbackId())
                    .put("description", shortcut.description());
        var slash = features.putArray("slash_commands").addObject().put("command", command);
        address(AppSurface.EVENTS_PATH).ifPresent(url -> slash.put("url", url));
        slash.put("description", "Who is on call, incidents, paging").put("usage_hint", USAGE_HINT);
        slash.put("should_escape", true);
        return features;
    }

    private ObjectNode oauth() {
        var oauth = JSON.objectNode();
        address(AppSurface.REDIRECT_PATH)
                .ifPresent(url -> oauth.putArray("redirect_urls").add(url));
        oauth.set("scopes", JSON.objectNode().set("bot", array(Scopes.needed(extras))));
        return oauth;
    }

    private ObjectNode settings() {
        var settings = JSON.objectNode();
        var events = settings.putObject("event_subscriptions");
        address(AppSurface.EVENTS_PATH).ifPresent(url -> events.put("request_url", url));
        events.set("bot_events", array(AppSurface.events(extras)));
        var interactivity = settings.putObject("interactivity").put("is_enabled", true);
        address(AppSurface.EVENTS_PATH)
                .ifPresent(url -> interactivity.put("request_url", url).put("message_menu_options_url", url));
        return settings.put("org_deploy_enabled", false)
                .put("socket_mode_enabled", base.isEmpty())
                .put("token_rotation_enabled", false);
    }

    private Optional<String> address(String path) {
        return base.map(url -> url.toString().replaceFirst("/+$", "") + path);
    }

    private static ArrayNode array(Collection<String> words) {
        var array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
