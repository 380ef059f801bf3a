package dev.arke.engine.incident;

import dev.arke.chat.ContactWords;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.TellPeople;
import dev.arke.incident.QuotaStore;
import dev.arke.responder.Quota;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Tells the owner, once within its time, that the soft limit of a quota is reached: in the team's channels, else its admins. */
final class TellQuotas {
    private final QuotaStore store;
    private final TellPeople tell;

    TellQuotas(QuotaStore store, TellPeople tell) {
        this.store = store;
        this.tell = tell;
    }

    void tell(Collection<RoutedAlert> alerts, Quotas quotas, Directory directory, Instant now) {
        var seen = new HashSet<UUID>();
        for (var routed : alerts) {
            var integration = routed.integration();
            integration
                    .quota()
                    .filter(quota -> isReached(quota, quotas.opened(integration.id())) && seen.add(integration.id()))
                    .ifPresent(quota -> {
                        var owner = directory.team(
                                directory.service(integration.serviceId()).teamId());
                        var words = words("Integration " + integration.name(), quotas.opened(integration.id()), quota);
                        tellOnce(integration.id(), quota, owner, words, directory, now);
                    });
            var team = routed.team();
            team.extras()
                    .quota()
                    .filter(quota -> isReached(quota, quotas.opened(team.id())) && seen.add(team.id()))
                    .ifPresent(quota -> {
                        var words = words("Team " + team.name(), quotas.opened(team.id()), quota);
                        tellOnce(team.id(), quota, team, words, directory, now);
                    });
        }
    }

    private static boolean isReached(Quota quota, int opened) {
        return quota.soft().filter(soft -> opened >= soft).isPresent();
    }

    private void tellOnce(UUID scope, Quota quota, Team owner, String words, Directory directory, Instant now) {
        if (!store.tell(scope, quota.within(), now)) return;
        if (tell.tellChannels(owner, words, now) == 0) tell.tellAdmins(List.of(owner), words, directory, now);
    }

    private static String words(String who, int opened, Quota quota) {
        var then = quota.hard()
                .map(hard -> "From " + hard + " on, one incident stands for all that follow.")
                .orElse("There is no hard limit.");
        return who + " has opened " + opened + " incidents within " + ContactWords.length(quota.within())
                + ", more than is expected of it. " + then;
    }
}
