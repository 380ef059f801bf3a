package dev.arke.http;

import dev.arke.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Grafana's webhook contact point: alerts as Alertmanager writes them, with values and links of Grafana's own
 * (https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/);
 * bodies without {@code alerts} are those of Grafana before version 8, see {@link GrafanaRule}.
 */
final class GrafanaFormat implements InboundFormat {
    @Override
    public Inbound parse(byte[] body) {
        return JsonBody.read(body, GrafanaFormat::notification);
    }

    private static JsonBody.Taken notification(JsonValue root) {
        root.object("the one that Grafana's webhook contact point sends");
        if (!root.has("alerts") && (root.has("ruleName") || root.has("ruleId"))) return GrafanaRule.read(root);
        return PrometheusAlert.notification(root, GrafanaFormat::alert);
    }

    private static Alert alert(JsonValue value, String home, String group) {
        return PrometheusAlert.of(value)
                .toDraft(values(value))
                .link("Panel", value.field("panelURL").webAddress())
                .link("Dashboard", value.field("dashboardURL").webAddress())
                .link("Rule", value.field("generatorURL").webAddress())
                .link("Silence", value.field("silenceURL").webAddress())
                .link("Image", value.field("imageURL").webAddress())
                .link("Grafana", home)
                .groupKey(group)
                .source(home)
                .warnings(value.warningsWithin())
                .toAlert();
    }

    private static List<String> values(JsonValue alert) {
        var lines = new ArrayList<String>();
        var values = alert.field("values").texts();
        if (values.isEmpty()) lines.add(alert.field("valueString").text());
        else
            lines.add(values.entrySet().stream()
                    .map(value -> value.getKey() + " = " + value.getValue())
                    .collect(Collectors.joining(", ")));
        return lines;
    }
}
