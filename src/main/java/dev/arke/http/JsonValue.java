package dev.arke.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.arke.alert.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows its path, so that a wrong type can be named: {@code alerts[0].labels.team}. */
record JsonValue(JsonNode node, @Nullable JsonValue parent, String step) {
    JsonValue(JsonNode root) {
        this(root, null, "");
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The field of that name; absent when there is none or this is no object. */
    JsonValue field(String name) {
        var child = node.get(name);
        return new JsonValue(child == null ? MissingNode.getInstance() : child, this, name);
    }

    /** This value, which must be an object. */
    JsonValue object(String example) {
        if (!node.isObject()) throw wrong("an object such as " + example);
        return this;
    }

    /** The values of this array, which must be one. */
    List<JsonValue> items(String example) {
        if (!node.isArray()) throw wrong("an array such as " + example);
        var items = new ArrayList<JsonValue>(node.size());
        for (int at = 0; at < node.size(); at++) items.add(new JsonValue(node.get(at), this, "[" + at + "]"));
        return items;
    }

    /** Text, or a number or boolean as text; empty when absent. */
    String text() {
        if (isAbsent()) return "";
        if (!node.isValueNode()) throw wrong("text in double quotes");
        return node.asText();
    }

    /** The fields of an object of simple values as text, without those that are null; none when absent. */
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        if (isAbsent()) return texts;
        object("{\"cluster\": \"eu-1\"}");
        node.properties().forEach(field -> {
            var value = field(field.getKey());
            if (!value.isAbsent()) texts.put(field.getKey(), value.text());
        });
        return texts;
    }

    /** An instant in RFC 3339; empty when absent or before 1970, as Go writes "no time" as the year 1. */
    Optional<Instant> instant() {
        var text = text();
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant()).filter(Instant.EPOCH::isBefore);
        } catch (DateTimeException e) {
            throw wrong("a time with its zone such as 2026-01-31T03:12:00Z");
        }
    }

    /** A whole number from 0; 0 when absent. */
    int count() {
        if (isAbsent()) return 0;
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0)
            throw wrong("a whole number from 0");
        return node.intValue();
    }

    NotReadable wrong(String expected) {
        return new NotReadable("expected " + expected + ", got " + got(), path());
    }

    private String path() {
        if (parent == null) return "body";
        var above = parent.parent == null ? "" : parent.path();
        var own = CleanText.cut(CleanText.line(step), 100);
        return above.isEmpty() || own.startsWith("[") ? above + own : above + "." + own;
    }

    private String got() {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "\"" + CleanText.cut(CleanText.line(node.asText()), 80) + "\"";
            case NULL, BOOLEAN, NUMBER, BINARY, POJO -> CleanText.cut(node.asText(), 80);
        };
    }
}
