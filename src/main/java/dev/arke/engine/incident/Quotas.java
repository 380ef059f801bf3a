package dev.arke.engine.incident;

import dev.arke.alert.Service;
import dev.arke.engine.people.Directory;
import dev.arke.incident.FloodStore.Flood;
import dev.arke.incident.QuotaStore;
import dev.arke.responder.Quota;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How much of the quotas of integrations and teams is used: read for a batch of alerts, kept up as incidents open. */
final class Quotas {
    private final Map<UUID, Integer> opened;

    private Quotas(Map<UUID, Integer> opened) {
        this.opened = opened;
    }

    /** Reads nothing where nobody has a quota. */
    static Quotas read(Collection<RoutedAlert> alerts, Directory directory, QuotaStore store, Instant now) {
        var integrations = new HashMap<UUID, Instant>();
        var teams = new HashMap<UUID, Quota>();
        for (var routed : alerts) {
            var integration = routed.integration();
            integration.quota().ifPresent(quota -> integrations.put(integration.id(), now.minus(quota.within())));
            routed.team()
                    .extras()
                    .quota()
                    .ifPresent(quota -> teams.put(routed.team().id(), quota));
        }
        var opened = new HashMap<>(store.ofIntegrations(integrations));
        opened.putAll(ofTeams(teams, directory, store, now));
        return new Quotas(opened);
    }

    private static Map<UUID, Integer> ofTeams(
            Map<UUID, Quota> quotas, Directory directory, QuotaStore store, Instant now) {
        if (quotas.isEmpty()) return Map.of();
        var since = new HashMap<UUID, Instant>();
        var teams = new HashMap<UUID, UUID>();
        for (var service : directory.services()) {
            var quota = quotas.get(service.teamId());
            if (quota == null) continue;
            since.put(service.id(), now.minus(quota.within()));
            teams.put(service.id(), service.teamId());
        }
        var opened = new HashMap<UUID, Integer>();
        store.ofServices(since).forEach((service, count) -> {
            var team = teams.get(service);
            if (team != null) opened.merge(team, count, Integer::sum);
        });
        return opened;
    }

    void opened(RoutedAlert routed) {
        opened.merge(routed.integration().id(), 1, Integer::sum);
        opened.merge(routed.team().id(), 1, Integer::sum);
    }

    /** {@code scope}: an integration or a team. */
    int opened(UUID scope) {
        return opened.getOrDefault(scope, 0);
    }

    boolean isUsedUp(UUID scope, Quota quota) {
        return quota.hard().filter(hard -> opened(scope) >= hard).isPresent();
    }

    /** Whether no quota keeps a flood going: none is used up, and one that began it calmed down with what came meanwhile. */
    static boolean isCalm(Flood flood, Collected collected, Directory directory, QuotaStore store, Instant now) {
        var floodId = flood.integrationId();
        var integration = directory.integrations().stream()
                .filter(one -> one.id().equals(floodId))
                .findFirst();
        if (integration.isPresent()) {
            var quota = integration.get().quota();
            return isCalm(quota, flood, collected, since -> store.ofIntegrations(Map.of(floodId, since)), now);
        }
        return directory.services().stream()
                .filter(service -> service.id().equals(floodId))
                .map(Service::teamId)
                .findFirst()
                .map(team -> isCalm(
                        directory.team(team).extras().quota(),
                        flood,
                        collected,
                        since -> ofTeams(
                                directory
                                        .team(team)
                                        .extras()
                                        .quota()
                                        .map(quota -> Map.of(team, quota))
                                        .orElse(Map.of()),
                                directory,
                                store,
                                now),
                        now))
                .orElse(true);
    }

    /** How many alerts a storm incident collected since an instant. */
    interface Collected {
        int since(Instant instant);
    }

    private interface Opened {
        Map<UUID, Integer> since(Instant instant);
    }

    private static boolean isCalm(Optional<Quota> quota, Flood flood, Collected collected, Opened opened, Instant now) {
        var hard = quota.flatMap(Quota::hard);
        if (hard.isEmpty()) return true;
        var since = now.minus(quota.get().within());
        int own = opened.since(since).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (own >= hard.get()) return false;
        return !flood.ofQuota() || own + collected.since(since) < quota.get().calm();
    }
}
