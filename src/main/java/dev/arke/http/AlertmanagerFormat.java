package dev.arke.http;

import dev.arke.alert.Alert;
import java.util.List;

/**
 * Alertmanager's webhook, version 4: one alert for each fingerprint, under the group's key
 * (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config).
 */
final class AlertmanagerFormat implements InboundFormat {
    @Override
    public Inbound parse(byte[] body) {
        return JsonBody.read(body, AlertmanagerFormat::group);
    }

    private static Inbound.Parsed group(JsonValue root) {
        if (!root.node().isObject()) {
            throw root.wrong("the object that Alertmanager's webhook_configs sends"
                    + " (Prometheus itself must send to Alertmanager, not here)");
        }
        var alerts = root.field("alerts").items("[{\"status\": \"firing\", \"labels\": {…}}]");
        return new Inbound.Parsed(
                alerts.stream().map(value -> alert(root, value)).toList(),
                root.field("truncatedAlerts").count());
    }

    private static Alert alert(JsonValue root, JsonValue value) {
        var home = root.field("externalURL").text();
        return PrometheusAlert.of(value)
                .toDraft(List.of())
                .link("Graph", value.field("generatorURL").text())
                .link("Alertmanager", home)
                .groupKey(root.field("groupKey").text())
                .source(home)
                .toAlert();
    }
}
