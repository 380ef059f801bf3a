package dev.arke.http;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.alert.Link;
import dev.arke.alert.Priority;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Arke's own format, one alert or an array of them, for whatever can send JSON; described in src/docs/alerts.md. */
final class GenericFormat implements InboundFormat {
    private static final String EXAMPLE = "{\"summary\": \"Checkout is down\"}";
    private static final String LINK_EXAMPLE = "{\"label\": \"Runbook\", \"url\": \"https://…\"}";

    @Override
    public Inbound parse(byte[] body) {
        return JsonBody.read(body, root -> new Inbound.Parsed(alerts(root), 0));
    }

    private static List<Alert> alerts(JsonValue root) {
        if (!root.node().isArray()) return List.of(alert(root));
        return root.items("[" + EXAMPLE + "]").stream()
                .map(GenericFormat::alert)
                .toList();
    }

    private static Alert alert(JsonValue value) {
        var body = value.object(EXAMPLE);
        var draft = draft(body)
                .details(body.field("details").text())
                .priority(priority(body.field("priority")))
                .labels(body.field("labels").texts())
                .startsAt(body.field("starts_at").instant())
                .groupKey(body.field("group_key").text())
                .source(body.field("source").text());
        var links = body.field("links");
        if (!links.isAbsent()) links.items("[" + LINK_EXAMPLE + "]").forEach(link -> link(draft, link));
        return draft.toAlert();
    }

    private static AlertDraft draft(JsonValue body) {
        var key = body.field("dedup_key").text();
        var summary = body.field("summary");
        var status = body.field("status");
        return switch (status.text().strip().toLowerCase(Locale.ROOT)) {
            case "", "firing" -> Alert.firing(key, summary(summary));
            case "resolved" -> Alert.resolved(key, key.isBlank() ? summary(summary) : summary.text());
            default -> throw status.wrong("firing or resolved");
        };
    }

    private static String summary(JsonValue summary) {
        if (summary.text().isBlank()) throw summary.wrong("a line of text that says what is wrong");
        return summary.text();
    }

    private static Optional<Priority> priority(JsonValue value) {
        if (value.isAbsent()) return Optional.empty();
        var expected = "one of low, medium, high, urgent or P1..P4";
        if (!value.node().isTextual()) throw value.wrong(expected);
        return Optional.of(Priority.parse(value.text()).orElseThrow(() -> value.wrong(expected)));
    }

    private static void link(AlertDraft draft, JsonValue link) {
        var url = link.object(LINK_EXAMPLE).field("url");
        if (Link.address(url.text()).isEmpty()) throw url.wrong("an address that begins with https:// or http://");
        draft.link(link.field("label").text(), url.text());
    }
}
