package dev.arke.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.BarChart;
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
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("alt", picture.alt())
                .put("heading", picture.drawing().heading());
        switch (picture.drawing()) {
            case Timeline line -> write(line, node);
            case BarChart chart -> write(chart, node);
        }
        return node;
    }

    private static void write(Timeline line, ObjectNode node) {
        node.put("from", line.from().toString())
                .put("to", line.to().toString())
                .put("now", line.now().toString())
                .put("zone", line.zone().getId());
        var rows = node.putArray("rows");
        for (var row : line.rows()) {
            var bars = rows.addObject().put("label", row.label()).putArray("bars");
            for (var bar : row.bars())
                bars.addObject()
                        .put("from", bar.from().toString())
                        .put("to", bar.to().toString())
                        .put("words", bar.words())
                        .put("kind", bar.kind().name());
        }
    }

    private static void write(BarChart chart, ObjectNode node) {
        var parts = node.putArray("parts");
        chart.parts().forEach(parts::add);
        var rows = node.putArray("rows");
        for (var row : chart.rows()) {
            var values = rows.addObject()
                    .put("label", row.label())
                    .put("words", row.words())
                    .putArray("values");
            row.values().forEach(values::add);
        }
    }

    static Element.Picture read(JsonNode node) {
        return new Element.Picture(
                node.has("parts") ? chart(node) : line(node), node.get("alt").textValue());
    }

    private static BarChart chart(JsonNode node) {
        var rows = node.get("rows")
                .valueStream()
                .map(row -> new BarChart.Row(
                        row.get("label").textValue(),
                        row.get("values")
                                .valueStream()
                                .map(JsonNode::doubleValue)
                                .toList(),
                        row.get("words").textValue()))
                .toList();
        var parts = node.get("parts").valueStream().map(JsonNode::textValue).toList();
        return new BarChart(node.get("heading").textValue(), parts, rows);
    }

    private static Timeline line(JsonNode node) {
        var rows = node.get("rows")
                .valueStream()
                .map(row -> new Row(
                        row.get("label").textValue(),
                        row.get("bars").valueStream().map(TimelineJson::bar).toList()))
                .toList();
        return new Timeline(
                node.get("heading").textValue(),
                instant(node, "from"),
                instant(node, "to"),
                instant(node, "now"),
                ZoneId.of(node.get("zone").textValue()),
                rows);
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
