package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The response_urls: each may be used five times. */
public final class FakeResponses {
    static final String PATH = "/response/";

    private static final int MOST_USES = 5;

    /** One use of a response_url. */
    public record Use(String channel, String user, JsonNode body) {
        public boolean isInChannel() {
            return body.path("response_type").asText().equals("in_channel");
        }
    }

    private record Opened(String channel, String user, List<Use> uses) {}

    private final FakeChat chat;
    private final Map<String, Opened> opened = new LinkedHashMap<>();

    FakeResponses(FakeChat chat) {
        this.chat = chat;
    }

    synchronized String open(String channel, String user) {
        var path = PATH + FakeSlack.TEAM + "/" + (opened.size() + 1);
        opened.put(path, new Opened(channel, user, new ArrayList<>()));
        return path;
    }

    /** Every use so far, in the order of the URLs. */
    public synchronized List<Use> uses() {
        return opened.values().stream().flatMap(one -> one.uses().stream()).toList();
    }

    synchronized int use(String path, String json) {
        var url = opened.get(path);
        if (url == null || url.uses().size() >= MOST_USES) return 404;
        var body = Wire.parse(json);
        if (body.isEmpty()) return 400;
        var use = new Use(url.channel(), url.user(), body.get());
        url.uses().add(use);
        try {
            say(use);
            return 200;
        } catch (Refused refused) {
            return 400;
        }
    }

    private void say(Use use) {
        var text = use.body().path("text").asText("");
        JsonNode given = use.body().path("blocks");
        var blocks = given.isArray() ? given : Wire.object().arrayNode();
        if (text.isEmpty() && blocks.isEmpty()) return;
        var thread = Optional.of(use.body().path("thread_ts").asText("")).filter(ts -> !ts.isEmpty());
        if (use.isInChannel()) chat.post(use.channel(), thread, text, blocks, new Call("response_url", "", Map.of()));
        else chat.keep(new FakeChat.Ephemeral(use.channel(), use.user(), thread, text, blocks));
    }
}
