package dev.arke.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Element;
import dev.arke.card.Timeline;
import dev.arke.card.Timeline.Bar;
import dev.arke.card.Timeline.Row;
import java.time.Instant;
import java.time.ZoneId;

/** Pictures as JSON, for tables: what is to be drawn, never the picture itself. */
final class TimelineJson {
    private TimelineJson() {}

    static ObjectNode write(Element.Picture picture) {
        var drawing = picture.drawing();
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("alt", picture.alt())
                .put("heading", drawing.heading())
                .put("from", drawing.from().toString())
                .put("to", drawing.to().toString())
                .put("now", drawing.now().toString())
                .put("zone", drawing.zone().getId());
        var rows = node.putArray("rows");
        for (var row : drawing.rows()) {
            var bars = rows.addObject().put("label", row.label()).putArray("bars");
            for (var bar : row.bars())
                bars.addObject()
                        .put("from", bar.from().toString())
                        .put("to", bar.to().toString())
                        .put("words", bar.words())
                        .put("kind", bar.kind().name());
        }
        return node;
    }

    static Element.Picture read(JsonNode node) {
        var rows = node.get("rows")
                .valueStream()
                .map(row -> new Row(
                        row.get("label").textValue(),
                        row.get("bars").valueStream().map(TimelineJson::bar).toList()))
                .toList();
        var drawing = new Timeline(
                node.get("heading").textValue(),
                instant(node, "from"),
                instant(node, "to"),
                instant(node, "now"),
                ZoneId.of(node.get("zone").textValue()),
                rows);
        return new Element.Picture(drawing, node.get("alt").textValue());
    }

    private static Bar bar(JsonNode node) {
        return new Bar(
                instant(node, "from"),
                instant(node, "to"),
                node.get("words").textValue(),
                Timeline.Kind.valueOf(node.get("kind").textValue()));
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.get(name).textValue());
    }
}
