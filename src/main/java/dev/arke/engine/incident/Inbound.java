package dev.arke.engine.incident;

import dev.arke.alert.Alert;
import java.util.List;
import java.util.UUID;

/** One request of a monitor, read: its alerts in their order, and the body as it came. */
public record Inbound(UUID integrationId, List<Alert> alerts, String body) {
    public Inbound {
        alerts = List.copyOf(alerts);
    }
}
