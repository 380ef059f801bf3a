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

    private static JsonBody.Taken group(JsonValue root) {
        if (!root.node().isObject()) {
            throw root.wrong("the object that Alertmanager's webhook_configs sends"
                    + " (Prometheus itself must send to Alertmanager, not here)");
        }
        return PrometheusAlert.notification(root, AlertmanagerFormat::alert);
    }

    private static Alert alert(JsonValue value, String home, String group) {
        return PrometheusAlert.of(value)
                .toDraft(List.of())
                .link("Graph", value.field("generatorURL").webAddress())
                .link("Alertmanager", home)
                .groupKey(group)
                .source(home)
                .warnings(value.warningsWithin())
                .toAlert();
    }
}
