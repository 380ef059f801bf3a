package dev.arke.engine.incident;

import dev.arke.alert.Integration;
import dev.arke.chat.ContactWords;
import dev.arke.incident.FloodStore.Flood;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore.DedupId;
import dev.arke.responder.Quota;
import java.util.Optional;
import java.util.UUID;

/** Why an alert opens no incident of its own, and the one that stands for it: an integration's, or a service's of its team. */
record Flooding(UUID floodId, DedupId storm, String summary, IncidentEvent.FloodBegan began) {
    /** More than the usual. */
    static Flooding of(Integration integration, int threshold) {
        return new Flooding(
                integration.id(),
                RoutedAlert.stormOf(integration),
                "Storm: more than %d new alerts a minute from %s, collected here"
                        .formatted(threshold, integration.name()),
                new IncidentEvent.FloodBegan(threshold));
    }

    static Flooding of(Integration integration, Quota quota) {
        return new Flooding(
                integration.id(),
                RoutedAlert.stormOf(integration),
                summary(quota, "from " + integration.name()),
                began(quota));
    }

    static Flooding ofTeam(RoutedAlert routed, Quota quota) {
        return new Flooding(
                routed.service().id(),
                routed.stormOfTeam(),
                summary(quota, "of team " + routed.team().name()),
                began(quota));
    }

    /** Collected in this incident. */
    Flood in(UUID storm) {
        return new Flood(floodId, storm, began.within().isPresent());
    }

    private static String summary(Quota quota, String whose) {
        return "Quota used up: %d incidents within %s %s, new alerts are collected here"
                .formatted(quota.hard().orElse(0), ContactWords.length(quota.within()), whose);
    }

    private static IncidentEvent.FloodBegan began(Quota quota) {
        return new IncidentEvent.FloodBegan(quota.hard().orElse(0), Optional.of(quota.within()));
    }
}
