package dev.arke.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.arke.alert.Alert;
import dev.arke.alert.CleanText;
import dev.arke.alert.Link;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows its path, so that a wrong type can be named: {@code alerts[0].labels.team}. What an alert can
 * do without is never a reason to refuse it: it is left out or shown as it stands, and the body's warnings say so.
 */
record JsonValue(JsonNode node, @Nullable JsonValue parent, String step, Warnings warnings) {
    private static final int SHOWN_LIMIT = 80;

    JsonValue(JsonNode root, Warnings warnings) {
        this(root, null, "", warnings);
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
        return new JsonValue(child == null ? MissingNode.getInstance() : child, this, name, warnings);
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
        for (int at = 0; at < node.size(); at++) items.add(new JsonValue(node.get(at), this, "[" + at + "]", warnings));
        return items;
    }

    /**
     * The alerts of this array, which must be one. Of several those that can be read are taken and the others counted
     * as lost; when none can be, the first says why.
     */
    List<Alert> alerts(String example, Function<JsonValue, Alert> take) {
        var alerts = new ArrayList<Alert>();
        var lost = new ArrayList<NotReadable>();
        for (var item : items(example)) {
            try {
                alerts.add(take.apply(item));
            } catch (NotReadable e) {
                lost.add(e);
            }
        }
        if (alerts.isEmpty() && !lost.isEmpty()) throw lost.getFirst();
        lost.forEach(one -> warnings.lose(one.toUnreadable()));
        return alerts;
    }

    /** The objects of this array; what is none is left out, none when absent. */
    List<JsonValue> objects(String example) {
        if (isAbsent()) return List.of();
        if (!node.isArray()) {
            ofWrongType("an array such as [" + example + "]", "left out");
            return List.of();
        }
        return items(example).stream().filter(one -> one.isObjectOrOdd(example)).toList();
    }

    private boolean isObjectOrOdd(String example) {
        if (!node.isObject()) ofWrongType("an object such as " + example, "left out");
        return node.isObject();
    }

    /** Text, or a number or boolean as text, anything else as its JSON; empty when absent. */
    String text() {
        if (isAbsent()) return "";
        if (node.isValueNode()) return node.asText();
        odd("text in double quotes", "kept as it stands");
        return node.toString();
    }

    /** A short word in lower case; empty when absent or no text. */
    String word() {
        return node.isValueNode() && !node.isNull() ? node.asText().strip().toLowerCase(Locale.ROOT) : "";
    }

    /** The address when it is one of the web; any other is left out, and the warning shows it. Empty when absent or blank. */
    String webAddress() {
        if (isAbsent() || (node.isValueNode() && word().isEmpty())) return "";
        // Grafana without a root_url sends "?orgId=1" with each alert; nobody can do anything with that.
        if (word().startsWith("?")) return "";
        if (node.isValueNode() && Link.address(node.asText()).isPresent()) return node.asText();
        odd("an address that begins with https:// or http://", "left out");
        return "";
    }

    /** The fields of an object of simple values as text, without those that are null; none when absent. */
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        if (isAbsent()) return texts;
        if (!isObjectOrOdd("{\"cluster\": \"eu-1\"}")) return texts;
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
            odd("a time with its zone such as 2026-01-31T03:12:00Z", "left out");
            return Optional.empty();
        }
    }

    /** A whole number from 0; 0 when absent, 1 when it is something else, as it may well be more than none. */
    int count() {
        if (isAbsent()) return 0;
        if (node.canConvertToInt() && node.isIntegralNumber() && node.intValue() >= 0) return node.intValue();
        ofWrongType("a whole number from 0", "taken as 1");
        return 1;
    }

    NotReadable wrong(String expected) {
        return new NotReadable(expectedAndGot(expected), path());
    }

    /** Warns that this, which may be any text, is not what was expected, and what was done about it. */
    void odd(String expected, String done) {
        if (isAbsent() || node.isTextual()) warnings.add(path(), expectedAndGot(expected) + "; " + done);
        else ofWrongType(expected, done);
    }

    /** As {@link #odd}, and the sender is told that its body is wrong, though the alert was taken. */
    private void ofWrongType(String expected, String done) {
        warnings.addWrongType(path(), expectedAndGot(expected) + "; " + done);
    }

    /** What was odd below this value. */
    List<String> warningsWithin() {
        return warnings.within(path());
    }

    private String expectedAndGot(String expected) {
        return "expected " + expected + ", got " + got();
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
            case STRING -> "\"" + CleanText.cut(CleanText.line(node.asText()), SHOWN_LIMIT) + "\"";
            case NULL, BOOLEAN, NUMBER, BINARY, POJO -> CleanText.cut(node.asText(), SHOWN_LIMIT);
        };
    }
}
