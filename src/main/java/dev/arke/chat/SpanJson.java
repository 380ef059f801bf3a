package dev.arke.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Span;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Spans as JSON, as {@link CardJson} keeps them. */
final class SpanJson {
    private SpanJson() {}

    static ArrayNode write(List<Span> spans) {
        var array = JsonNodeFactory.instance.arrayNode();
        spans.forEach(span -> array.add(write(span)));
        return array;
    }

    private static ObjectNode write(Span span) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (span) {
            case Span.Text text -> node.put("text", text.text());
            case Span.Strong strong -> node.put("strong", strong.text());
            case Span.Code code -> node.put("code", code.text());
            case Span.Link link -> node.put("link", link.to().toString()).put("label", link.label());
            case Span.Time time ->
                node.put("time", time.at().toString()).put("style", time.style().name());
            case Span.Mention mention ->
                node.put("mention", mention.responderId().toString()).put("name", mention.name());
        };
    }

    static List<Span> read(JsonNode array) {
        return array.valueStream().map(SpanJson::readOne).toList();
    }

    private static Span readOne(JsonNode node) {
        if (node.has("text")) return new Span.Text(node.get("text").textValue());
        if (node.has("strong")) return new Span.Strong(node.get("strong").textValue());
        if (node.has("code")) return new Span.Code(node.get("code").textValue());
        if (node.has("link"))
            return new Span.Link(
                    node.get("label").textValue(), URI.create(node.get("link").textValue()));
        if (node.has("time"))
            return new Span.Time(
                    Instant.parse(node.get("time").textValue()),
                    Span.TimeStyle.valueOf(node.get("style").textValue()));
        return new Span.Mention(
                UUID.fromString(node.get("mention").textValue()),
                node.get("name").textValue());
    }
}
