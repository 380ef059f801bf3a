package dev.arke.engine.incident;

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
import java.util.function.ToIntFunction;

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

    /**
     * Whether no quota keeps a flood going: none is used up, and one that began it calmed down with what came meanwhile. {@code
     * collected}: how many alerts the storm incident collected since an instant.
     */
    static boolean isCalm(
            Flood flood, ToIntFunction<Instant> collected, Directory directory, QuotaStore store, Instant now) {
        var used = used(flood.integrationId(), directory, store, now);
        if (used.isEmpty()) return true;
        var quota = used.get().quota();
        int own = used.get().opened();
        if (quota.hard().filter(hard -> own >= hard).isPresent()) return false;
        return !flood.ofQuota() || own + collected.applyAsInt(now.minus(quota.within())) < quota.calm();
    }

    private record Used(Quota quota, int opened) {}

    /** Of an integration, or of the team of a service; empty where nothing has a hard limit. */
    private static Optional<Used> used(UUID id, Directory directory, QuotaStore store, Instant now) {
        for (var integration : directory.integrations())
            if (integration.id().equals(id))
                return hard(integration.quota())
                        .map(quota ->
                                new Used(quota, sum(store.ofIntegrations(Map.of(id, now.minus(quota.within()))))));
        for (var service : directory.services())
            if (service.id().equals(id)) {
                var team = directory.team(service.teamId());
                return hard(team.extras().quota())
                        .map(quota -> new Used(quota, sum(ofTeams(Map.of(team.id(), quota), directory, store, now))));
            }
        return Optional.empty();
    }

    private static Optional<Quota> hard(Optional<Quota> quota) {
        return quota.filter(one -> one.hard().isPresent());
    }

    private static int sum(Map<UUID, Integer> opened) {
        return opened.values().stream().mapToInt(Integer::intValue).sum();
    }
}
