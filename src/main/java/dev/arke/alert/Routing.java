package dev.arke.alert;

import java.util.List;

/** The way of an integration's alerts: its routes in order, the first that takes an alert decides; else its service. */
public record Routing(List<Route> routes, String service, Severities severities) {
    /** Where an alert goes. */
    public sealed interface Decision {
        /** {@code service} is a name; {@code dedupKey} is unique among the open incidents of that service. */
        record Routed(String service, Priority priority, String dedupKey) implements Decision {}

        /** {@code route} told to drop it. */
        record Dropped(Route route) implements Decision {}
    }

    public Routing {
        routes = List.copyOf(routes);
    }

    public Decision decide(Alert alert) {
        for (var route : routes) {
            if (route.takes(alert)) return decide(alert, route);
        }
        return new Decision.Routed(service, severities.priorityOf(alert), alert.dedupKey());
    }

    private Decision decide(Alert alert, Route route) {
        return switch (route.action()) {
            case Route.Action.Drop ignored -> new Decision.Dropped(route);
            case Route.Action.Send send ->
                new Decision.Routed(
                        send.service().orElse(service),
                        send.priority().orElseGet(() -> severities.priorityOf(alert)),
                        send.dedupKey().map(key -> key.keyOf(alert)).orElse(alert.dedupKey()));
        };
    }
}
