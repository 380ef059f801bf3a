package dev.arke.http;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.alert.DedupKey;
import dev.arke.alert.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One alert as Alertmanager and, after it, Grafana write them: status, labels, annotations, startsAt, fingerprint. */
record PrometheusAlert(JsonValue value, Map<String, String> labels, Map<String, String> annotations) {
    private static final List<String> DASHBOARDS = List.of("dashboard", "dashboard_url", "dashboardURL");
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of("summary", "description", "message", "runbook_url", "dashboard", "dashboard_url", "dashboardURL");
    private static final Set<String> NOT_IN_SUMMARY = Set.of("alertname", "severity", "priority");
    private static final int LABELS_IN_SUMMARY = 5;

    /** Makes an alert of its JSON, the web address of whoever sent it, and the key of its group. */
    interface Reader {
        Alert read(JsonValue value, String home, String group);
    }

    /** The alerts of a notification, and how many more there would have been. */
    static JsonBody.Taken notification(JsonValue root, Reader reader) {
        var home = root.field("externalURL").webAddress();
        var group = root.field("groupKey").text();
        var alerts = root.field("alerts")
                .alerts("[{\"status\": \"firing\", \"labels\": {…}}]", value -> reader.read(value, home, group));
        return new JsonBody.Taken(alerts, root.field("truncatedAlerts").count());
    }

    static PrometheusAlert of(JsonValue value) {
        value.object("{\"status\": \"firing\", \"labels\": {…}}");
        return new PrometheusAlert(
                value, value.field("labels").texts(), value.field("annotations").texts());
    }

    /** The alert, its key being its fingerprint; {@code more} lines go below the description. */
    AlertDraft toDraft(List<String> more) {
        var status = value.field("status");
        var draft = switch (status.word()) {
            case "firing" -> Alert.firing(key(), summary());
            case "resolved" -> Alert.resolved(key(), summary());
            default -> {
                status.odd("firing or resolved", "taken as firing");
                yield Alert.firing(key(), summary());
            }
        };
        draft.details(details(more))
                .labels(labels)
                .priority(Priority.parse(labels.getOrDefault("priority", "")))
                .startsAt(value.field("startsAt").instant())
                .link("Runbook", address("runbook_url"));
        DASHBOARDS.forEach(name -> draft.link("Dashboard", address(name)));
        return draft;
    }

    private String address(String annotation) {
        return value.field("annotations").field(annotation).webAddress();
    }

    private String key() {
        var fingerprint = value.field("fingerprint").text();
        return fingerprint.isBlank()
                ? DedupKey.of(labels.getOrDefault("alertname", ""), new TreeMap<>(labels))
                : fingerprint;
    }

    private String summary() {
        for (var name : List.of("summary", "description", "message")) {
            var text = annotations.getOrDefault(name, "");
            if (!text.isBlank()) return text.strip().lines().findFirst().orElse(text);
        }
        var which = labels.entrySet().stream()
                .filter(label -> !NOT_IN_SUMMARY.contains(label.getKey()))
                .limit(LABELS_IN_SUMMARY)
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", "));
        var name = labels.getOrDefault("alertname", "");
        if (name.isBlank()) return which;
        return which.isEmpty() ? name : name + " (" + which + ")";
    }

    private String details(List<String> more) {
        var lines = new ArrayList<String>();
        lines.add(annotations.getOrDefault("description", annotations.getOrDefault("message", "")));
        lines.addAll(more);
        annotations.forEach((name, text) -> {
            if (!SHOWN_ELSEWHERE.contains(name) && !name.startsWith("__")) lines.add(name + ": " + text);
        });
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
