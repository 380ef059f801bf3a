package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Slack says of blocks and views (docs.slack.dev/reference/block-kit, each block's and element's table): every
 * problem, with its place. One of them and the whole message is refused.
 */
public final class BlockKit {
    private static final int MOST_MESSAGE_BLOCKS = 50;
    private static final int MOST_VIEW_BLOCKS = 100;
    private static final int LONGEST_ID = 255;
    private static final Set<String> IN_MESSAGES =
            Set.of("section", "header", "context", "actions", "divider", "image", "rich_text");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private final Elements elements = new Elements(this);

    private BlockKit() {}

    /** Of the blocks of a message. */
    public static List<String> message(JsonNode blocks) {
        var check = new BlockKit();
        check.blocks(blocks, MOST_MESSAGE_BLOCKS, IN_MESSAGES);
        return check.problems;
    }

    /** Of a modal or a home tab. */
    public static List<String> view(JsonNode view) {
        var check = new BlockKit();
        var blocks = view.path("blocks");
        var allowed = new HashSet<>(IN_MESSAGES);
        allowed.add("input");
        check.blocks(blocks, MOST_VIEW_BLOCKS, allowed);
        check.optional(view, "private_metadata", 3_000);
        check.optional(view, "callback_id", LONGEST_ID);
        if (view.path("type").asText().equals("modal")) check.modal(view);
        else if (!view.path("type").asText().equals("home")) check.problem("type", "must be modal or home");
        return check.problems;
    }

    private void modal(JsonNode view) {
        plain(view, "title", 24);
        if (view.has("submit")) plain(view, "submit", 24);
        if (view.has("close")) plain(view, "close", 24);
        boolean asks = view.path("blocks").findValuesAsText("type").contains("input");
        if (asks && !view.has("submit")) problem("submit", "is missing although there are inputs");
    }

    private void blocks(JsonNode blocks, int most, Set<String> allowed) {
        if (!blocks.isArray()) {
            problem("blocks", "is no list");
            return;
        }
        if (blocks.size() > most) problem("blocks", "has more than " + most);
        for (var block : blocks) {
            var type = block.path("type").asText();
            if (!allowed.contains(type)) problem(type, "is not allowed here");
            id(block, "block_id", blockIds);
            block(type, block);
        }
    }

    private void block(String type, JsonNode block) {
        switch (type) {
            case "section" -> section(block);
            case "header" -> plain(block, "text", 150);
            case "context" -> context(block);
            case "actions" -> elements.actions(block.path("elements"));
            case "input" -> input(block);
            case "image" -> image(block);
            default -> {}
        }
    }

    private void section(JsonNode block) {
        if (!block.has("text") && !block.has("fields")) problem("section", "has neither text nor fields");
        if (block.has("text")) text(block, "text", 3_000);
        var fields = block.path("fields");
        if (block.has("fields")) count("section.fields", fields, 10);
        for (var field : fields) text(field, 2_000, "section.fields");
        if (block.has("accessory")) elements.interactive(block.get("accessory"));
    }

    private void context(JsonNode block) {
        count("context.elements", block.path("elements"), 10);
        for (var element : block.path("elements")) {
            if (element.path("type").asText().equals("image")) image(element);
            else text(element, 2_000, "context.elements");
        }
    }

    private void input(JsonNode block) {
        plain(block, "label", 2_000);
        if (block.has("hint")) plain(block, "hint", 2_000);
        elements.asking(block.path("element"));
    }

    private void image(JsonNode image) {
        required(image, "image_url", 3_000);
        required(image, "alt_text", 2_000);
    }

    /** A text object at this key. */
    void text(JsonNode holder, String name, int longest) {
        text(holder.path(name), longest, name);
    }

    private void text(JsonNode text, int longest, String where) {
        var type = text.path("type").asText();
        if (!type.equals("mrkdwn") && !type.equals("plain_text")) problem(where, "is no text object");
        required(text, "text", longest);
    }

    void plain(JsonNode holder, String name, int longest) {
        if (!holder.path(name).path("type").asText().equals("plain_text")) problem(name, "must be plain_text");
        text(holder, name, longest);
    }

    void required(JsonNode holder, String name, int longest) {
        var value = holder.path(name).asText("");
        if (value.isEmpty()) problem(name, "must be more than 0 characters");
        optional(holder, name, longest);
    }

    void optional(JsonNode holder, String name, int longest) {
        if (holder.path(name).asText("").length() > longest)
            problem(name, "must be less than " + (longest + 1) + " characters");
    }

    void count(String where, JsonNode list, int most) {
        if (!list.isArray() || list.isEmpty()) problem(where, "must have at least 1 item");
        if (list.size() > most) problem(where, "must have no more than " + most + " items");
    }

    void id(JsonNode holder, String name, Set<String> taken) {
        optional(holder, name, LONGEST_ID);
        if (holder.has(name) && !taken.add(holder.get(name).asText()))
            problem(name, "is there twice: " + holder.get(name).asText());
    }

    void problem(String where, String what) {
        problems.add(where + " " + what);
    }
}
