package dev.arke.http;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.alert.Priority;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Arke's own format, one alert or an array of them, for whatever can send JSON; described in src/docs/alerts.md. */
final class GenericFormat implements InboundFormat {
    private static final String EXAMPLE = "{\"summary\": \"Checkout is down\"}";
    private static final String SUMMARY = "a line of text that says what is wrong";
    private static final Set<String> STATUSES = Set.of("", "firing");
    private static final String LINK_EXAMPLE = "{\"label\": \"Runbook\", \"url\": \"https://…\"}";

    @Override
    public Inbound parse(byte[] body) {
        return JsonBody.read(body, root -> new JsonBody.Taken(alerts(root), 0));
    }

    private static List<Alert> alerts(JsonValue root) {
        if (!root.node().isArray()) return List.of(alert(root));
        return root.alerts("[" + EXAMPLE + "]", GenericFormat::alert);
    }

    private static Alert alert(JsonValue value) {
        var body = value.object(EXAMPLE);
        var draft = draft(body)
                .details(body.field("details").text())
                .priority(priority(body.field("priority")))
                .labels(body.field("labels").texts())
                .startsAt(body.field("starts_at").instant())
                .groupKey(body.field("group_key").text())
                .source(body.field("source").webAddress());
        body.field("links").objects(LINK_EXAMPLE).forEach(link -> link(draft, link));
        return draft.warnings(body.warningsWithin()).toAlert();
    }

    private static AlertDraft draft(JsonValue body) {
        var key = body.field("dedup_key").text();
        var summary = body.field("summary");
        var status = body.field("status");
        if (status.word().equals("resolved"))
            return Alert.resolved(key, key.isBlank() ? summary(body) : summary.text());
        boolean known = status.isAbsent() || (status.node().isTextual() && STATUSES.contains(status.word()));
        if (!known) status.odd("firing or resolved", "taken as firing");
        return Alert.firing(key, summary(body));
    }

    /** Without a summary the details or the key may still tell somebody enough; with nothing of all that there is no alert. */
    private static String summary(JsonValue body) {
        var summary = body.field("summary");
        var text = summary.text();
        if (!text.isBlank()) return text;
        var instead = Stream.of("details", "dedup_key")
                .map(name -> body.field(name).node().asText().strip())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow(() -> summary.wrong(SUMMARY));
        summary.odd(SUMMARY, "the beginning of something else stands for it");
        return instead.lines().findFirst().orElse(instead);
    }

    private static Optional<Priority> priority(JsonValue value) {
        if (value.isAbsent()) return Optional.empty();
        var priority = Priority.parse(value.word());
        if (priority.isEmpty()) value.odd("one of low, medium, high, urgent or P1..P4", "left out");
        return priority;
    }

    private static void link(AlertDraft draft, JsonValue link) {
        var url = link.field("url");
        if (url.word().isEmpty()) url.odd("an address that begins with https:// or http://", "left out");
        else draft.link(link.field("label").text(), url.webAddress());
    }
}
