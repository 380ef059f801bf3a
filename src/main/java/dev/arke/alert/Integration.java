package dev.arke.alert;

import dev.arke.responder.Quota;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One source of alerts. {@code grouped}: one incident for each group of the sender instead of each alert. {@code
 * priorities}: what its severities mean beyond the usual words. {@code keyHashes}: see {@link IntegrationKey}. {@code quota}:
 * beside the usual limit of a flood.
 */
public record Integration(
        UUID id,
        String name,
        UUID serviceId,
        String format,
        boolean grouped,
        Map<String, Priority> priorities,
        List<Route> routes,
        Set<String> keyHashes,
        boolean active,
        boolean fileOwned,
        Optional<Quota> quota) {
    public Integration {
        priorities = Map.copyOf(priorities);
        routes = List.copyOf(routes);
        keyHashes = Set.copyOf(keyHashes);
    }

    /** How its alerts find their way when its own service has this name. */
    public Routing routing(String serviceName) {
        return new Routing(routes, serviceName, Severities.USUAL.with(priorities));
    }
}
