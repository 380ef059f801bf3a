package dev.arke.engine.incident;

import dev.arke.alert.Alert;
import dev.arke.alert.Integration;
import dev.arke.alert.Priority;
import dev.arke.alert.Routing;
import dev.arke.alert.Service;
import dev.arke.alert.Severities;
import dev.arke.engine.people.Directory;
import dev.arke.incident.IncidentStore.DedupId;
import dev.arke.responder.Actor;
import dev.arke.responder.Quota;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Optional;

/** An alert with where it goes: the service, how urgent, and which open incident it belongs to. */
record RoutedAlert(
        Alert alert, String body, Integration integration, Service service, Team team, Priority priority, DedupId id) {
    /** Empty when a route drops the alert. A route to a service that is gone leads to the integration's own. */
    static Optional<RoutedAlert> route(Alert alert, Inbound inbound, Directory directory) {
        var integration = directory.integration(inbound.integrationId());
        var own = directory.service(integration.serviceId());
        return switch (integration.routing(own.name()).decide(alert)) {
            case Routing.Decision.Dropped ignored -> Optional.empty();
            case Routing.Decision.Routed routed -> {
                var service = directory.serviceNamed(routed.service()).orElse(own);
                var key = integration.grouped() ? alert.groupKey().orElse(routed.dedupKey()) : routed.dedupKey();
                yield Optional.of(new RoutedAlert(
                        alert,
                        inbound.body(),
                        integration,
                        service,
                        directory.team(service.teamId()),
                        routed.priority(),
                        new DedupId(service.id(), key)));
            }
        };
    }

    /** An alert of Arke's own about an integration. */
    static RoutedAlert unrouted(Alert alert, Inbound inbound, Directory directory) {
        var integration = directory.integration(inbound.integrationId());
        var service = directory.service(integration.serviceId());
        var priority = alert.priority().orElse(Severities.WHEN_UNKNOWN);
        return new RoutedAlert(
                alert,
                inbound.body(),
                integration,
                service,
                directory.team(service.teamId()),
                priority,
                new DedupId(service.id(), alert.dedupKey()));
    }

    /** The incident that collects this integration's alerts when they are too many to open one each. */
    static DedupId stormOf(Integration integration) {
        return new DedupId(integration.serviceId(), "arke:storm:" + integration.id());
    }

    /** The incident that collects what is for this service when its team, whichever it is, has used up its quota. */
    DedupId stormOfTeam() {
        return new DedupId(service.id(), "arke:quota");
    }

    /** Those that may have collected it, be there still a quota or not. */
    List<DedupId> storms() {
        return List.of(stormOf(integration), stormOfTeam());
    }

    /** The quota of its team, if it has a hard limit. */
    Optional<Quota> hardQuotaOfTeam() {
        return team.extras().quota().filter(quota -> quota.hard().isPresent());
    }

    Actor.Monitor monitor() {
        return new Actor.Monitor(integration.name());
    }

    /** Whether its incident may stand for other alerts too: by the sender's groups, or a route's key of fewer parts. */
    boolean isGrouped() {
        return !id.dedupKey().equals(alert.dedupKey());
    }
}
