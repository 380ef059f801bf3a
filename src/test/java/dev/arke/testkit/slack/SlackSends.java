package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Slack sends to an app: signed commands, clicks, forms, suggestions, shortcuts and events, over real HTTP. */
public final class SlackSends implements AutoCloseable {
    public static final String EVENTS = "/slack/events";

    /** What Slack heard, and how long it waited. */
    public record Heard(int status, String body, Duration took) {
        public JsonNode json() {
            return Wire.parse(body).orElseGet(Wire::object);
        }
    }

    /** Where something is done: the channel, and the message or thread there. */
    public record Spot(String channel, Optional<String> message, Optional<String> thread, boolean ephemeral) {
        public static Spot in(String channel) {
            return new Spot(channel, Optional.empty(), Optional.empty(), false);
        }

        public static Spot on(FakeChat.Posted message) {
            return new Spot(message.channel(), Optional.of(message.ts()), message.threadTs(), false);
        }

        public static Spot privately(String channel) {
            return new Spot(channel, Optional.of("1700000000.000001"), Optional.empty(), true);
        }

        public Spot thread(String ts) {
            return new Spot(channel, message, Optional.of(ts), ephemeral);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI app;
    private final FakeSlack slack;
    private final InstantSource clock;
    private String team = FakeSlack.TEAM;
    private final AtomicInteger events = new AtomicInteger();

    public SlackSends(URI app, FakeSlack slack, InstantSource clock) {
        this.app = app;
        this.slack = slack;
        this.clock = clock;
    }

    /** From now on everybody is an account of this workspace, in channels shared with ours. */
    public void from(String userTeam) {
        team = userTeam;
    }

    public Heard command(String user, String channel, String text) {
        return command(user, channel, text, slack.views().trigger());
    }

    public Heard command(String user, String channel, String text, String trigger) {
        return send(commandOf(user, channel, text, trigger));
    }

    /** The same as it comes over a socket. */
    public ObjectNode command(String user, String text) {
        var payload = Wire.object();
        commandOf(user, "C0PAY", text, slack.views().trigger()).forEach(payload::put);
        return payload;
    }

    private Map<String, String> commandOf(String user, String channel, String text, String trigger) {
        var form = new LinkedHashMap<String, String>();
        form.put("token", "verification-token");
        form.put("team_id", team);
        form.put("team_domain", "acme");
        form.put("channel_id", channel);
        form.put("channel_name", channel.startsWith("D") ? "directmessage" : "payments");
        form.put("user_id", user);
        form.put("user_name", user.toLowerCase(Locale.ROOT));
        form.put("command", "/oncall");
        form.put("text", text);
        form.put("response_url", slack.responseUrl(channel, user).toString());
        form.put("trigger_id", trigger);
        return form;
    }

    /** A button, or an option of an overflow menu when {@code actionId} ends with {@code more}. */
    public Heard click(String user, Spot spot, String actionId, String value) {
        return click(user, spot, actionId, value, slack.views().trigger());
    }

    public Heard click(String user, Spot spot, String actionId, String value, String trigger) {
        var payload = payload("block_actions", user, trigger);
        payload.put("response_url", slack.responseUrl(spot.channel(), user).toString());
        payload.putObject("channel").put("id", spot.channel()).put("name", "payments");
        var container = payload.putObject("container")
                .put("type", "message")
                .put("channel_id", spot.channel())
                .put("is_ephemeral", spot.ephemeral());
        spot.message().ifPresent(ts -> container.put("message_ts", ts));
        spot.thread().ifPresent(ts -> container.put("thread_ts", ts));
        if (!spot.ephemeral()) {
            var message = payload.putObject("message").put("type", "message").put("user", FakeSlack.BOT);
            spot.message().ifPresent(ts -> message.put("ts", ts));
            spot.thread().ifPresent(ts -> message.put("thread_ts", ts));
        }
        action(payload, actionId, value);
        return interact(payload);
    }

    /** A button in a modal. */
    public Heard clickIn(FakeViews.View view, String user, String actionId, String value) {
        var payload = payload("block_actions", user, slack.views().trigger());
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", shown(view));
        action(payload, actionId, value);
        return interact(payload);
    }

    private static void action(ObjectNode payload, String actionId, String value) {
        var action = payload.putArray("actions").addObject();
        action.put("action_id", actionId).put("block_id", "b").put("action_ts", "1700000000.000002");
        if (actionId.endsWith("more"))
            action.put("type", "overflow").putObject("selected_option").put("value", value);
        else action.put("type", "button").put("value", value);
    }

    public Heard submit(String user, FakeViews.View view, Map<String, String> values) {
        var payload = payload("view_submission", user, slack.views().trigger());
        var json = shown(view);
        var state = json.putObject("state").putObject("values");
        values.forEach((input, value) -> {
            var element = state.putObject(input).putObject("form:" + input);
            if (isChoice(view, input))
                element.put("type", "static_select")
                        .putObject("selected_option")
                        .put("value", value);
            else element.put("type", "plain_text_input").put("value", value);
        });
        payload.set("view", json);
        return interact(payload);
    }

    private static boolean isChoice(FakeViews.View view, String input) {
        for (var block : view.json().path("blocks"))
            if (block.path("block_id").asText().equals(input))
                return block.path("element").path("type").asText().endsWith("_select");
        return false;
    }

    public Heard suggest(String user, FakeViews.View view, String input, String typed) {
        var payload = payload("block_suggestion", user, "");
        payload.put("action_id", "form:" + input).put("block_id", input).put("value", typed);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", shown(view));
        return interact(payload);
    }

    private static ObjectNode shown(FakeViews.View view) {
        ObjectNode json = view.json().deepCopy();
        return json.put("id", view.id()).put("hash", view.hash());
    }

    public Heard globalShortcut(String user, String callbackId) {
        return interact(payload("shortcut", user, slack.views().trigger()).put("callback_id", callbackId));
    }

    /** From the menu of somebody's message. */
    public Heard messageShortcut(String user, String callbackId, Spot spot, String text) {
        var payload = payload("message_action", user, slack.views().trigger()).put("callback_id", callbackId);
        payload.put("response_url", slack.responseUrl(spot.channel(), user).toString());
        payload.put("message_ts", spot.message().orElseThrow());
        payload.putObject("channel").put("id", spot.channel()).put("name", "payments");
        var message = payload.putObject("message")
                .put("type", "message")
                .put("text", text)
                .put("user", "U0SOMEBODY")
                .put("ts", spot.message().orElseThrow());
        spot.thread().ifPresent(ts -> message.put("thread_ts", ts));
        return interact(payload);
    }

    private ObjectNode payload(String type, String user, String trigger) {
        var payload = Wire.object();
        payload.put("type", type).put("token", "verification-token").put("api_app_id", "A0ARKE");
        payload.put("trigger_id", trigger);
        payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "acme");
        payload.putObject("user")
                .put("id", user)
                .put("name", user)
                .put("username", user)
                .put("team_id", team);
        return payload;
    }

    public Heard interact(ObjectNode payload) {
        return send(Map.of("payload", payload.toString()));
    }

    /** Somebody mentions the bot. */
    public ObjectNode mention(String user, Spot spot, String text) {
        var event = message(user, spot, "<@" + FakeSlack.BOT + "> " + text).put("type", "app_mention");
        return envelope(event);
    }

    /** Somebody writes to the bot alone. */
    public ObjectNode direct(String user, Spot spot, String text) {
        return envelope(message(user, spot, text).put("type", "message").put("channel_type", "im"));
    }

    /** Something that happens to a channel, such as {@code channel_archive}. */
    public ObjectNode channel(String type, String channel) {
        return envelope(Wire.object().put("type", type).put("channel", channel).put("user", "U0SOMEBODY"));
    }

    public ObjectNode renamed(String channel, String name) {
        var event = Wire.object().put("type", "channel_rename");
        event.putObject("channel").put("id", channel).put("name", name);
        return envelope(event);
    }

    public ObjectNode moved(String from, String to) {
        return envelope(Wire.object()
                .put("type", "channel_id_changed")
                .put("old_channel_id", from)
                .put("new_channel_id", to));
    }

    /** Somebody has come to a channel, invited by somebody, or by themselves. */
    public ObjectNode joined(String user, String channel, Optional<String> inviter) {
        var event = Wire.object()
                .put("type", "member_joined_channel")
                .put("user", user)
                .put("channel", channel)
                .put("channel_type", "C")
                .put("team", team);
        inviter.ifPresent(who -> event.put("inviter", who));
        return envelope(event);
    }

    public ObjectNode left(String user, String channel) {
        return envelope(Wire.object()
                .put("type", "member_left_channel")
                .put("user", user)
                .put("channel", channel)
                .put("channel_type", "C")
                .put("team", team));
    }

    /** Somebody writes into a channel or thread that the app may read. */
    public ObjectNode written(String user, Spot spot, String text) {
        return envelope(message(user, spot, text).put("type", "message").put("channel_type", "channel"));
    }

    private ObjectNode message(String user, Spot spot, String text) {
        var event = Wire.object();
        event.put("user", user).put("team", team).put("text", text).put("channel", spot.channel());
        event.put("ts", "1700000001.000100").put("event_ts", "1700000001.000100");
        spot.thread().ifPresent(ts -> event.put("thread_ts", ts));
        return event;
    }

    /** An event of this kind, with an id of its own. */
    public ObjectNode envelope(ObjectNode event) {
        var envelope = Wire.object();
        envelope.put("type", "event_callback")
                .put("token", "verification-token")
                .put("team_id", FakeSlack.TEAM);
        envelope.put("api_app_id", "A0ARKE")
                .put("event_id", "Ev" + events.incrementAndGet())
                .put("event_time", 1_700_000_001);
        envelope.putArray("authorizations")
                .addObject()
                .put("team_id", FakeSlack.TEAM)
                .put("user_id", FakeSlack.BOT)
                .put("is_bot", true);
        envelope.set("event", event);
        return envelope;
    }

    public Heard event(ObjectNode envelope) {
        return send(envelope.toString(), "application/json", Map.of());
    }

    /** Slack has heard no 200 and sends it again. */
    public Heard again(ObjectNode envelope, int times) {
        return send(
                envelope.toString(),
                "application/json",
                Map.of("X-Slack-Retry-Num", "" + times, "X-Slack-Retry-Reason", "http_timeout"));
    }

    private Heard send(Map<String, String> form) {
        return send(encoded(form), "application/x-www-form-urlencoded", Map.of());
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Heard send(String body, String type, Map<String, String> more) {
        var seconds = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("X-Slack-Request-Timestamp", List.of("" + seconds));
        headers.put("X-Slack-Signature", List.of(signature(FakeSlack.SIGNING_SECRET, seconds, body)));
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return raw(body, type, headers);
    }

    /** As it is, with these headers. */
    public Heard raw(String body, String type, Map<String, List<String>> headers) {
        var request = HttpRequest.newBuilder(app.resolve(EVENTS))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        long begun = System.nanoTime();
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Heard(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String signature(String secret, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
