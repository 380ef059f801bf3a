package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Messages: posted, edited, in threads, and those that one person alone sees. */
public final class FakeChat {
    private static final int LONGEST_TEXT = 40_000;

    /** A message as it stands; {@code edits} counts the changes. */
    public record Posted(
            String channel,
            String ts,
            Optional<String> threadTs,
            String text,
            JsonNode blocks,
            JsonNode metadata,
            boolean unfurls,
            int edits) {
        /** All words that a reader sees, as Slack holds them: escaped. */
        public String words() {
            var words = new StringBuilder(text);
            collect(blocks, words);
            return words.toString();
        }

        private Posted wordless() {
            return new Posted(channel, ts, threadTs, "", Wire.object().arrayNode(), Wire.object(), unfurls, edits);
        }

        private static void collect(JsonNode node, StringBuilder words) {
            if (node.path("text").isTextual())
                words.append('\n').append(node.path("text").asText());
            node.forEach(inside -> collect(inside, words));
        }
    }

    /** A message that one person sees until they reload. */
    public record Ephemeral(String channel, String user, Optional<String> threadTs, String text, JsonNode blocks) {}

    private final FakeRooms rooms;
    private final Map<Place, Posted> posted = new LinkedHashMap<>();
    private final List<Ephemeral> ephemerals = new ArrayList<>();
    private boolean isWordless;
    private int clock;

    private record Place(String channel, String ts) {}

    FakeChat(FakeRooms rooms) {
        this.rooms = rooms;
    }

    /** The messages of a channel, oldest first, without replies. */
    public synchronized List<Posted> in(String channel) {
        return posted.values().stream()
                .filter(message ->
                        message.channel().equals(channel) && message.threadTs().isEmpty())
                .toList();
    }

    /** The replies below a message, oldest first. */
    public synchronized List<Posted> repliesTo(Posted root) {
        return posted.values().stream()
                .filter(message -> message.channel().equals(root.channel())
                        && message.threadTs().filter(root.ts()::equals).isPresent())
                .toList();
    }

    public synchronized List<Posted> all() {
        return List.copyOf(posted.values());
    }

    public synchronized List<Ephemeral> ephemerals() {
        return List.copyOf(ephemerals);
    }

    /** Somebody deletes it by hand. */
    public synchronized void delete(Posted message) {
        posted.remove(place(message));
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.update", this::update,
                "chat.postEphemeral", this::postEphemeral,
                "chat.delete", this::delete,
                "conversations.history", this::history,
                "conversations.replies", this::replies);
    }

    /** A message of ours, as a method or a response_url posts it. */
    synchronized Posted post(String channel, Optional<String> threadTs, String text, JsonNode blocks, Call call) {
        check(text, blocks);
        if (threadTs.isPresent() && find(channel, threadTs.get()).isEmpty()) throw new Refused("thread_not_found");
        var metadata = call.json("metadata", "invalid_metadata_format").orElseGet(Wire::object);
        boolean unfurls = !call.arguments().getOrDefault("unfurl_links", "").equals("0")
                || !call.arguments().getOrDefault("unfurl_media", "").equals("0");
        var message = new Posted(channel, nextTs(), threadTs, text, blocks, metadata, unfurls, 0);
        keep(message);
        return message;
    }

    synchronized void keep(Ephemeral ephemeral) {
        check(ephemeral.text(), ephemeral.blocks());
        ephemerals.add(ephemeral);
    }

    private static void check(String text, JsonNode blocks) {
        var problems = BlockKit.message(blocks);
        if (!problems.isEmpty()) throw new Refused("invalid_blocks", problems);
        if (text.isEmpty() && blocks.isEmpty()) throw new Refused("no_text");
        if (text.length() > LONGEST_TEXT) throw new Refused("msg_too_long");
    }

    private String nextTs() {
        return "%d.%06d".formatted(1_768_208_400 + ++clock, clock);
    }

    private ObjectNode postMessage(Call call) {
        var room = rooms.forPosting(call.get("channel"));
        return answer(post(room.id(), call.find("thread_ts"), text(call), blocks(call), call));
    }

    private synchronized ObjectNode update(Call call) {
        var before = find(rooms.get(call.get("channel")).id(), call.get("ts"))
                .orElseThrow(() -> new Refused("message_not_found"));
        // Blocks that are not named stay as they were.
        var blocks = call.find("blocks").isPresent() ? blocks(call) : before.blocks();
        check(text(call), blocks);
        var after = new Posted(
                before.channel(),
                before.ts(),
                before.threadTs(),
                text(call),
                blocks,
                call.json("metadata", "invalid_metadata_format").orElse(before.metadata()),
                before.unfurls(),
                before.edits() + 1);
        keep(after);
        return answer(after);
    }

    private ObjectNode postEphemeral(Call call) {
        var room = rooms.forPosting(call.get("channel"));
        if (!room.members().contains(FakeSlack.BOT)) throw new Refused("not_in_channel");
        keep(new Ephemeral(room.id(), call.get("user"), call.find("thread_ts"), text(call), blocks(call)));
        return Wire.object().put("message_ts", nextTs());
    }

    private synchronized ObjectNode delete(Call call) {
        var message = find(call.get("channel"), call.get("ts")).orElseThrow(() -> new Refused("message_not_found"));
        posted.remove(place(message));
        return answer(message);
    }

    private synchronized ObjectNode history(Call call) {
        var messages = in(rooms.get(call.get("channel")).id()).stream()
                .sorted(Comparator.comparing(Posted::ts).reversed())
                .limit(Long.parseLong(call.find("limit").orElse("100")));
        return list(messages.toList(), call.is("include_all_metadata"));
    }

    private synchronized ObjectNode replies(Call call) {
        var root = find(call.get("channel"), call.get("ts")).orElseThrow(() -> new Refused("thread_not_found"));
        var all = new ArrayList<>(List.of(root));
        all.addAll(repliesTo(root));
        return list(all, call.is("include_all_metadata"));
    }

    private static ObjectNode list(List<Posted> messages, boolean withMetadata) {
        var answer = Wire.object();
        var list = answer.putArray("messages");
        for (var message : messages) {
            var one = list.addObject()
                    .put("type", "message")
                    .put("ts", message.ts())
                    .put("text", message.text());
            message.threadTs().ifPresent(ts -> one.put("thread_ts", ts));
            if (withMetadata && !message.metadata().isEmpty()) one.set("metadata", message.metadata());
        }
        return answer;
    }

    private Optional<Posted> find(String channel, String ts) {
        return Optional.ofNullable(posted.get(new Place(channel, ts)));
    }

    private static Place place(Posted message) {
        return new Place(message.channel(), message.ts());
    }

    private void keep(Posted message) {
        posted.put(place(message), isWordless ? message.wordless() : message);
    }

    /** From now on only where messages stand is kept. */
    synchronized void keepNoWords() {
        isWordless = true;
    }

    private static String text(Call call) {
        return call.find("text").orElse("");
    }

    private static JsonNode blocks(Call call) {
        return call.json("blocks", "invalid_blocks_format")
                .orElseGet(() -> Wire.object().arrayNode());
    }

    private static ObjectNode answer(Posted message) {
        var answer = Wire.object().put("channel", message.channel()).put("ts", message.ts());
        var whole = answer.putObject("message").put("text", message.text()).put("ts", message.ts());
        whole.set("blocks", message.blocks());
        // What Slack sends back may hold what no client knows yet.
        whole.put("reactions", "of tomorrow");
        return answer;
    }
}
