package dev.arke.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Tone;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cards as JSON, for tables. The form is written out by hand, so that renaming a class never loses a kept card. */
public final class CardJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CardJson() {}

    public static String write(Card card) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("summary", card.summary())
                .put("tone", card.tone().name());
        node.set("title", SpanJson.write(card.title()));
        node.set("body", array(card.body(), CardJson::write));
        node.set("buttons", array(card.buttons(), CardJson::write));
        node.set("more", array(card.more(), CardJson::write));
        return node.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Card read(String json) {
        try {
            var node = JSON.readTree(json);
            return new Card(
                    node.get("summary").textValue(),
                    Tone.valueOf(node.get("tone").textValue()),
                    SpanJson.read(node.get("title")),
                    list(node.get("body"), CardJson::readElement),
                    list(node.get("buttons"), CardJson::readButton),
                    list(node.get("more"), CardJson::readButton));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a card: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode write(Element element) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (element) {
            case Element.Paragraph paragraph -> with(node, "paragraph", SpanJson.write(paragraph.spans()));
            case Element.Heading heading -> node.put("heading", heading.text());
            case Element.Fields fields -> with(node, "fields", array(fields.fields(), CardJson::write));
            case Element.Lines lines -> with(node, "lines", array(lines.lines(), SpanJson::write));
            case Element.Verbatim verbatim -> node.put("verbatim", verbatim.text());
            case Element.Context context -> with(node, "context", SpanJson.write(context.spans()));
            case Element.Actions actions -> with(node, "actions", array(actions.buttons(), CardJson::write));
            case Element.Divider ignored -> node.put("divider", true);
            case Element.Picture picture -> with(node, "picture", TimelineJson.write(picture));
            case Element.TextFile file -> with(node, "file", write(file));
        };
    }

    private static Element readElement(JsonNode node) {
        var kind = node.fieldNames().next();
        var value = node.get(kind);
        return switch (kind) {
            case "paragraph" -> new Element.Paragraph(SpanJson.read(value));
            case "heading" -> new Element.Heading(value.textValue());
            case "fields" -> new Element.Fields(list(value, CardJson::readField));
            case "lines" -> new Element.Lines(list(value, SpanJson::read));
            case "verbatim" -> new Element.Verbatim(value.textValue());
            case "context" -> new Element.Context(SpanJson.read(value));
            case "actions" -> new Element.Actions(list(value, CardJson::readButton));
            case "divider" -> new Element.Divider();
            case "picture" -> TimelineJson.read(value);
            case "file" ->
                new Element.TextFile(
                        value.get("name").textValue(),
                        value.get("words").textValue(),
                        value.get("content").textValue(),
                        Optional.ofNullable(value.path("page").textValue()).map(URI::create));
            default -> throw new IllegalArgumentException("not an element of a card: " + kind);
        };
    }

    private static ObjectNode write(Element.TextFile file) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("name", file.name())
                .put("words", file.words())
                .put("content", file.content());
        file.page().ifPresent(page -> node.put("page", page.toString()));
        return node;
    }

    private static ObjectNode write(Element.Field field) {
        return with(
                JsonNodeFactory.instance.objectNode().put("label", field.label()),
                "value",
                SpanJson.write(field.value()));
    }

    private static Element.Field readField(JsonNode node) {
        return new Element.Field(node.get("label").textValue(), SpanJson.read(node.get("value")));
    }

    private static ObjectNode write(Button button) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("label", button.label())
                .put("line", button.line())
                .put("style", button.style().name());
        button.confirm().ifPresent(question -> node.put("confirm", question));
        return node;
    }

    private static Button readButton(JsonNode node) {
        return new Button(
                node.get("label").textValue(),
                node.get("line").textValue(),
                Button.Style.valueOf(node.get("style").textValue()),
                Optional.ofNullable(node.get("confirm")).map(JsonNode::textValue));
    }

    private static ObjectNode with(ObjectNode node, String name, JsonNode value) {
        node.set(name, value);
        return node;
    }

    private static <T> ArrayNode array(List<T> values, Function<T, JsonNode> write) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return array.valueStream().map(read).toList();
    }
}
