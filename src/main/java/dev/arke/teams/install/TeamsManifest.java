package dev.arke.teams.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What Teams makes the app of: JSON as Microsoft's schema has it, in the version that every Teams takes, or in a newer one
 * ({@code slash}) in which commands can be typed with a slash and answered where nobody else sees it. {@code base} is Arke's
 * public address, {@code name} what the app is called, {@code version} the app's, which Teams wants to grow with each change.
 */
public record TeamsManifest(UUID appId, URI base, String name, String version, boolean slash) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_NAME = 30;
    private static final Pattern VERSION = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})");
    private static final List<String> SCOPES = List.of("team", "personal", "groupChat");

    /** A line that the menu of commands offers; choosing it only types it. */
    private record Offered(String title, String description) {}

    private static final List<Offered> COMMANDS = List.of(
            new Offered("who", "Who is on call now: who, who payments, who at fri 22:00"),
            new Offered("list", "Open incidents"),
            new Offered("page", "Page whoever is on call for a service, or a person"),
            new Offered("ack", "Take an incident: ack 1042"),
            new Offered("resolve", "It is over: resolve 1042 restarted the pool"),
            new Offered("shifts", "Your next shifts"),
            new Offered("take", "Take the pager now: take 2h"),
            new Offered("cover", "Somebody stands in: cover @chen for me from fri 18:00 to sat 9am"),
            new Offered("test", "A test page to yourself"),
            new Offered("help", "What I can do, with examples"));

    /** What Teams would refuse of this, in a sentence; empty where nothing. */
    public static Optional<String> problem(URI base, String name, String version) {
        if (!"https".equals(base.getScheme()) || base.getHost() == null)
            return Optional.of("Teams calls https addresses only, such as https://arke.example.com.");
        if (name.isBlank() || name.length() > LONGEST_NAME)
            return Optional.of("Teams takes names of 1 to " + LONGEST_NAME + " characters.");
        if (!VERSION.matcher(version).matches()) return Optional.of("Teams takes versions such as 1.2.0.");
        return Optional.empty();
    }

    /** The app's version that goes with a release of Arke: above 1.0.0, which was the first, and growing with it. */
    public static String versionOf(String release) {
        var parts = VERSION.matcher(release);
        return parts.lookingAt()
                ? Integer.parseInt(parts.group(1)) + 1 + "." + parts.group(2) + "." + parts.group(3)
                : "1.0.0";
    }

    /** Indented, with a line end. */
    public String json() {
        var schema = slash ? "1.30" : "1.17";
        var manifest = JSON.objectNode()
                .put(
                        "$schema",
                        "https://developer.microsoft.com/json-schemas/teams/v" + schema + "/MicrosoftTeams.schema.json")
                .put("manifestVersion", schema)
                .put("version", version)
                .put("id", appId.toString());
        manifest.set("developer", developer());
        manifest.putObject("name").put("short", name).put("full", name + ", the on-call bot");
        manifest.putObject("description")
                .put("short", "Pages whoever is on call, and goes on until somebody has it.")
                .put("full", full());
        manifest.putObject("icons").put("color", "color.png").put("outline", "outline.png");
        manifest.put("accentColor", "#1F2A44");
        manifest.set("bots", JSON.arrayNode().add(bot()));
        manifest.set("composeExtensions", JSON.arrayNode().add(extension()));
        manifest.putArray("validDomains").add(base.getHost());
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

    private static String full() {
        return "Incidents from your monitoring, as threads of a channel and pages to whoever is on call; acknowledged"
                + " with a button or a line. The calendar of who is on call is asked and changed here too. This app"
                + " belongs to the Arke server of your own organisation.";
    }

    private ObjectNode developer() {
        var page = base.toString().replaceFirst("/+$", "") + "/";
        return JSON.objectNode()
                .put("name", name)
                .put("websiteUrl", page)
                .put("privacyUrl", page)
                .put("termsOfUseUrl", page);
    }

    private ObjectNode bot() {
        var bot = JSON.objectNode().put("botId", appId.toString());
        bot.set("scopes", array(SCOPES));
        bot.put("supportsFiles", false).put("isNotificationOnly", false);
        if (slash) bot.put("supportsTargetedMessages", true);
        var list = JSON.objectNode();
        if (slash) list.set("triggers", array(List.of("mention", "slash")));
        list.set("scopes", array(SCOPES));
        var commands = list.putArray("commands");
        COMMANDS.forEach(command ->
                commands.addObject().put("title", command.title()).put("description", command.description()));
        bot.set("commandLists", JSON.arrayNode().add(list));
        return bot;
    }

    private ObjectNode extension() {
        var extension = JSON.objectNode().put("botId", appId.toString());
        var commands = extension.putArray("commands");
        commands.addObject()
                .put("id", AppSurface.PAGE_ABOUT)
                .put("type", "action")
                .put("title", "Page about this message")
                .put("description", "Page whoever has a service on call, with this message in the incident")
                .put("fetchTask", true)
                .set("context", array(List.of("message")));
        var who = commands.addObject()
                .put("id", AppSurface.WHO)
                .put("type", "query")
                .put("title", "Who is on call")
                .put("description", "Find who is on call, by team or service")
                .put("initialRun", true);
        who.set("context", array(List.of("compose", "commandBox")));
        who.putArray("parameters")
                .addObject()
                .put("name", "query")
                .put("title", "Team or service")
                .put("description", "A team or a service")
                .put("inputType", "text");
        return extension;
    }

    private static ArrayNode array(List<String> words) {
        var array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
