package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/**
 * The shape of a message as Teams takes it, and of the Adaptive Card in it: the elements, and of each the properties that
 * version 1.5 knows (adaptivecards.io/explorer).
 */
final class ActivityShape {
    private static final Set<String> COMMON =
            Set.of("type", "id", "spacing", "separator", "isVisible", "height", "requires", "fallback");
    private static final Set<String> STYLES = Set.of("default", "emphasis", "good", "attention", "warning", "accent");

    private ActivityShape() {}

    /** What is wrong with it. */
    static Optional<String> problem(JsonNode activity) {
        if (!activity.path("type").asText().equals("message")) return Optional.of("no message: " + activity);
        if (!activity.path("summary").isTextual()
                || activity.path("summary").asText().isBlank())
            return Optional.of("without a summary, a lock screen says nothing");
        if (!activity.at("/from/id").asText().startsWith("28:")) return Optional.of("from nobody");
        var attachments = activity.path("attachments");
        if (attachments.isEmpty() && activity.path("text").asText().isBlank()) return Optional.of("says nothing");
        for (var mention : activity.path("entities"))
            if (mention.path("type").asText().equals("mention")
                    && !activity.path("text")
                            .asText()
                            .contains(mention.path("text").asText("?")))
                return Optional.of("a mention whose text is not in the message");
        for (var attachment : attachments) {
            if (attachment.path("contentType").asText().equals("image/png")) {
                var picture = picture(attachment.path("contentUrl").asText());
                if (picture.isPresent()) return picture;
                continue;
            }
            if (!attachment.path("contentType").asText().equals("application/vnd.microsoft.card.adaptive"))
                return Optional.of("no card: " + attachment.path("contentType"));
            var problem = card(attachment.path("content"));
            if (problem.isPresent()) return problem;
        }
        return Optional.empty();
    }

    /** What Teams shows of a bot's inline pictures: 1,024 pixels each way, 1 MB. */
    private static Optional<String> picture(String url) {
        var start = "data:image/png;base64,";
        if (!url.startsWith(start)) return Optional.of("a picture that is not in the message");
        var bytes = Base64.getDecoder().decode(url.substring(start.length()));
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null || image.getWidth() > 1024 || image.getHeight() > 1024 || bytes.length > 1_000_000
                    ? Optional.of("a picture that Teams does not show")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("no picture");
        }
    }

    static Optional<String> card(JsonNode card) {
        if (!card.path("version").asText().equals("1.5")) return Optional.of("a card of no version that Teams shows");
        if (!card.path("body").isArray() || card.path("body").isEmpty()) return Optional.of("a card without a body");
        return element(card);
    }

    private static Optional<String> element(JsonNode node) {
        var known = properties(node.path("type").asText());
        if (known.isEmpty()) return Optional.of("an element that is none: " + node.path("type"));
        var strange = new TreeSet<String>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.get().contains(name) && !COMMON.contains(name)) strange.add(name);
        });
        if (!strange.isEmpty()) return Optional.of(node.path("type") + " has " + strange);
        if (node.has("style")
                && node.path("type").asText().equals("Container")
                && !STYLES.contains(node.path("style").asText())) return Optional.of("style " + node.path("style"));
        if (node.path("type").asText().equals("TextRun")
                && node.path("text").asText().isEmpty()) return Optional.of("a run without text");
        if (node.path("type").asText().equals("ActionSet") && visible(node) > 6)
            return Optional.of("more actions than are shown");
        for (var name : Set.of("body", "items", "inlines", "columns", "actions"))
            for (var child : node.path(name)) {
                var problem = element(child);
                if (problem.isPresent()) return problem;
            }
        for (var name : Set.of("selectAction", "fallback", "card"))
            if (node.path(name).isObject()) {
                var problem = element(node.path(name));
                if (problem.isPresent()) return problem;
            }
        return Optional.empty();
    }

    private static int visible(JsonNode set) {
        int visible = 0;
        for (var action : set.path("actions")) if (!action.path("mode").asText().equals("secondary")) visible++;
        return visible;
    }

    private static Optional<Set<String>> properties(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "AdaptiveCard" ->
                        Set.of("$schema", "version", "fallbackText", "body", "actions", "msteams", "speak", "lang");
                    case "Container" -> Set.of("items", "style", "bleed", "selectAction", "minHeight");
                    case "ColumnSet" -> Set.of("columns", "style", "bleed", "selectAction");
                    case "Column" -> Set.of("items", "width", "style", "bleed");
                    case "RichTextBlock" -> Set.of("inlines", "horizontalAlignment");
                    case "TextRun" ->
                        Set.of(
                                "text",
                                "color",
                                "fontType",
                                "highlight",
                                "isSubtle",
                                "italic",
                                "selectAction",
                                "size",
                                "strikethrough",
                                "underline",
                                "weight");
                    case "ActionSet" -> Set.of("actions");
                    case "Action.Execute" ->
                        Set.of("title", "verb", "data", "style", "mode", "tooltip", "isEnabled", "iconUrl");
                    case "Action.Submit" -> Set.of("title", "data", "style", "mode", "tooltip", "isEnabled");
                    case "Action.OpenUrl" -> Set.of("title", "url", "style", "mode", "tooltip");
                    case "Action.ShowCard" -> Set.of("title", "card", "style", "mode", "tooltip");
                    case "Input.Text" ->
                        Set.of(
                                "isMultiline",
                                "maxLength",
                                "placeholder",
                                "label",
                                "isRequired",
                                "errorMessage",
                                "value");
                    case "Input.ChoiceSet" ->
                        Set.of("choices", "style", "placeholder", "label", "isRequired", "errorMessage", "value");
                    default -> null;
                });
    }
}
