package dev.arke.template;

import dev.arke.alert.Priority;
import dev.arke.chat.IncidentView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a template can name. As in Iris: what the monitor sent, each field under its own name (labels too, where the body has
 * no such field), and {@code iris.…}; beside it {@code incident.…}, what Arke made of it. Pure.
 *
 * @param messageId what somebody answers with: the number in a text, else the incident's
 * @param target whom it goes to
 * @param application the integration that it came by; blank where somebody opened it by hand
 * @param plan the escalation policy, and {@code planId} its version
 */
public record PageVariables(
        IncidentView view, String messageId, String target, String application, String plan, String planId) {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    Map<String, Object> all() {
        var all = new HashMap<String, Object>(view.text().labels());
        all.putAll(LeadingJson.fields(view.text().payload()));
        all.put("iris", iris());
        all.put("incident", incident());
        return all;
    }

    private Map<String, Object> iris() {
        var facts = view.incident().facts();
        return Map.ofEntries(
                Map.entry("message_id", messageId),
                Map.entry("target", target),
                Map.entry("priority", facts.priority().word()),
                Map.entry("priority_id", rank(facts.priority())),
                Map.entry("application", application),
                Map.entry("plan", plan),
                Map.entry("plan_id", planId),
                Map.entry("incident_id", view.number()),
                Map.entry("incident_created", time(facts.triggeredAt())),
                Map.entry("template", view.service()),
                Map.entry("body", ""),
                Map.entry("dynamic_target", ""));
    }

    private static int rank(Priority priority) {
        return switch (priority) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
            case URGENT -> 4;
        };
    }

    private Map<String, Object> incident() {
        var facts = view.incident().facts();
        var text = view.text();
        return Map.ofEntries(
                Map.entry("number", view.number()),
                Map.entry("summary", facts.summary()),
                Map.entry("details", text.details()),
                Map.entry("priority", facts.priority().word()),
                Map.entry("service", view.service()),
                Map.entry("team", view.team()),
                Map.entry("since", time(facts.triggeredAt())),
                Map.entry("repeats", facts.repeats()),
                Map.entry("labels", text.labels()),
                Map.entry("links", links()));
    }

    private List<Map<String, String>> links() {
        return view.text().links().stream()
                .map(link -> Map.of("label", link.label(), "url", link.address().toString()))
                .toList();
    }

    private static String time(Instant at) {
        return SECONDS.format(at);
    }
}
