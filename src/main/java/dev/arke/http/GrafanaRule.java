package dev.arke.http;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.alert.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The webhook of Grafana before unified alerting: one rule and its state, no fingerprint, no times. */
final class GrafanaRule {
    private GrafanaRule() {}

    static JsonBody.Taken read(JsonValue root) {
        var state = root.field("state");
        return switch (state.word()) {
            case "alerting" -> one(root, Alert.firing(key(root), name(root)));
            case "no_data" -> one(root, Alert.firing(key(root), "No data: " + name(root)));
            // A paused rule never says ok any more: somebody in Grafana has dealt with it.
            case "ok", "paused" -> one(root, Alert.resolved(key(root), name(root)));
            case "pending" -> new JsonBody.Taken(List.of(), 0);
            default -> {
                state.odd("one of alerting, no_data, ok, paused, pending", "taken as alerting");
                yield one(root, Alert.firing(key(root), name(root)));
            }
        };
    }

    private static JsonBody.Taken one(JsonValue root, AlertDraft draft) {
        var tags = root.field("tags").texts();
        draft.details(details(root))
                .labels(Map.of("alertname", name(root)))
                .labels(tags)
                .priority(Priority.parse(tags.getOrDefault("priority", "")))
                .link("Rule", root.field("ruleUrl").webAddress())
                .link("Image", root.field("imageUrl").webAddress())
                .warnings(root.warningsWithin());
        return new JsonBody.Taken(List.of(draft.toAlert()), 0);
    }

    private static String key(JsonValue root) {
        var id = root.field("ruleId").text();
        var organisation = root.field("orgId").text();
        return id.isBlank()
                ? name(root)
                : "rule " + id + (organisation.isBlank() ? "" : " of organisation " + organisation);
    }

    private static String name(JsonValue root) {
        var name = root.field("ruleName").text();
        return name.isBlank() ? root.field("title").text() : name;
    }

    private static String details(JsonValue root) {
        var lines = new ArrayList<String>();
        lines.add(root.field("message").text());
        var matches = root.field("evalMatches");
        matches.objects("{\"metric\": …, \"value\": …}").forEach(match -> lines.add(match(match)));
        return String.join("\n", lines);
    }

    private static String match(JsonValue match) {
        var tags = match.field("tags").texts();
        var value = match.field("metric").text() + " = "
                + (match.has("value") ? match.field("value").text() : "none");
        return tags.isEmpty() ? value : value + " " + tags;
    }
}
