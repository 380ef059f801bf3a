package dev.arke.engine.incident;

import dev.arke.card.Phrases;
import dev.arke.chat.ContactWords;
import dev.arke.chat.NoticePhrases;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.TellPeople;
import dev.arke.incident.QuotaStore;
import dev.arke.responder.Quota;
import dev.arke.responder.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner, once within its time, that the soft limit of a quota is reached: in the team's channels, else its admins. When
 * the alerts are stored, so that it undoes none of them; what a crash or a failure leaves untold is told of at the next alert beyond
 * the limit.
 */
final class TellQuotas {
    private static final Logger LOG = LoggerFactory.getLogger(TellQuotas.class);
    /** Another node told it: whether it is to be told again is asked no more often than this. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final QuotaStore store;
    private final TellPeople tell;
    private final Runnable wakeSenders;
    private final InstantSource clock;
    private final Map<Known, Instant> quietUntil = new ConcurrentHashMap<>();

    /** {@code scope}: an integration or a team. */
    private record Known(UUID scope, Quota quota) {}

    private record Reached(Known known, Team owner, Function<Phrases, String> words) {}

    TellQuotas(
            Transactions transactions, QuotaStore store, TellPeople tell, Runnable wakeSenders, InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.tell = tell;
        this.wakeSenders = wakeSenders;
        this.clock = clock;
    }

    /** Inside the unit that stores these alerts; tells when it is committed. */
    void tellAfterCommit(Collection<RoutedAlert> alerts, Quotas quotas, Directory directory) {
        var reached = reached(alerts, quotas, directory);
        if (!reached.isEmpty()) transactions.afterCommit(() -> reached.forEach(one -> tell(one, directory)));
    }

    private static List<Reached> reached(Collection<RoutedAlert> alerts, Quotas quotas, Directory directory) {
        var seen = new HashSet<UUID>();
        var reached = new ArrayList<Reached>();
        for (var routed : alerts) {
            var integration = routed.integration();
            integration
                    .quota()
                    .filter(quota -> isReached(quota, quotas.opened(integration.id())) && seen.add(integration.id()))
                    .ifPresent(quota -> {
                        var owner = directory.team(
                                directory.service(integration.serviceId()).teamId());
                        var opened = quotas.opened(integration.id());
                        reached.add(new Reached(
                                new Known(integration.id(), quota),
                                owner,
                                say -> words(say.say("quota.integration", integration.name()), opened, quota, say)));
                    });
            var team = routed.team();
            team.extras()
                    .quota()
                    .filter(quota -> isReached(quota, quotas.opened(team.id())) && seen.add(team.id()))
                    .ifPresent(quota -> {
                        var opened = quotas.opened(team.id());
                        reached.add(new Reached(
                                new Known(team.id(), quota),
                                team,
                                say -> words(say.say("quota.team", team.name()), opened, quota, say)));
                    });
        }
        return reached;
    }

    private static boolean isReached(Quota quota, int opened) {
        return quota.soft().filter(soft -> opened >= soft).isPresent();
    }

    private void tell(Reached reached, Directory directory) {
        var now = clock.instant();
        var quiet = quietUntil.get(reached.known());
        if (quiet != null && now.isBefore(quiet)) return;
        try {
            boolean isTold = transactions.writeOverRivals(Durability.RELAXED, () -> tellUnit(reached, directory, now));
            var within = reached.known().quota().within();
            quietUntil.put(
                    reached.known(), now.plus(isTold || within.compareTo(ASKED_AGAIN) < 0 ? within : ASKED_AGAIN));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("quota", reached.words().apply(NoticePhrases.ENGLISH))
                    .setCause(e)
                    .log("nobody could be told of a quota; the next alert beyond it tries again");
        }
    }

    private boolean tellUnit(Reached reached, Directory directory, Instant now) {
        var known = reached.known();
        if (!store.tell(known.scope(), known.quota().within(), now)) return false;
        var toRooms = reached.words().apply(NoticePhrases.of(reached.owner()));
        if (tell.tellChannels(reached.owner(), toRooms, now) == 0)
            tell.tellAdmins(List.of(reached.owner()), reached.words(), directory, now);
        transactions.afterCommit(wakeSenders);
        return true;
    }

    private static String words(String who, int opened, Quota quota, Phrases say) {
        var then = quota.hard().map(hard -> say.say("quota.hard", hard)).orElseGet(() -> say.say("quota.none"));
        return say.say("quota", who, opened, ContactWords.length(quota.within()), then);
    }
}
