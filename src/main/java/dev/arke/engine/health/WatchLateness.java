package dev.arke.engine.health;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what should have happened 30 seconds ago: a page that is not out, an incident that was not escalated. Each is
 * logged as an error and counted once; the admins' channels hear of it when it begins and when a minute went by without.
 */
public final class WatchLateness {
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int LIMIT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(WatchLateness.class);

    private final Transactions transactions;
    private final WatchStores stores;
    private final ReadDirectory directory;
    private final Runnable wakeSender;
    private final Measures measures;
    private final Ids ids;
    private final InstantSource clock;
    private Set<UUID> known = Set.of();

    private record Late(List<Delivery> pages, List<Incident> incidents, Instant at) {
        boolean isEmpty() {
            return pages.isEmpty() && incidents.isEmpty();
        }
    }

    public WatchLateness(
            Transactions transactions,
            WatchStores stores,
            ReadDirectory directory,
            Runnable wakeSender,
            Measures measures,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.wakeSender = wakeSender;
        this.measures = measures;
        this.ids = ids;
        this.clock = clock;
    }

    /** Called every 10 seconds; also brings the gauges of {@link Measures} up to date. */
    public synchronized void watchLateness() {
        // Nobody who writes waits for what is counted.
        var late = transactions.read(() -> look(clock.instant()));
        transactions.write(Durability.RELAXED, () -> tell(late, late.at()));
        report(late, late.at());
    }

    private Late look(Instant now) {
        var before = now.minus(LATE);
        var found = new Late(
                stores.backlog().latePages(before, LIMIT), stores.incidents().overdue(before, LIMIT), now);
        measures.backlog(new Backlog(
                stores.backlog().oldestDue(now),
                stores.incidents().countByState(),
                found.pages().size(),
                found.incidents().size()));
        return found;
    }

    private void tell(Late late, Instant now) {
        if (!late.isEmpty()) {
            if (stores.lateness().seen(now))
                notify(LatenessWords.begun(late.pages(), late.incidents(), directory.current(), now), now);
        } else {
            stores.lateness().end(now.minus(QUIET)).ifPresent(began -> notify(LatenessWords.over(began, now), now));
        }
    }

    private void notify(String words, Instant now) {
        stores.deliveries()
                .plan(directory.current().adminChannels().stream()
                        .map(channel -> PlannedDelivery.notice(ids.next(), channel, words, now))
                        .toList());
        transactions.afterCommit(wakeSender);
    }

    private void report(Late late, Instant now) {
        var seen = new HashSet<UUID>();
        int pages = 0;
        for (var page : late.pages()) if (isNew(page.id(), seen)) pages += log(page, now);
        int incidents = 0;
        for (var incident : late.incidents()) if (isNew(incident.id(), seen)) incidents += log(incident, now);
        measures.late("delivery", pages);
        measures.late("escalation", incidents);
        known = Set.copyOf(seen);
    }

    private boolean isNew(UUID id, Collection<UUID> seen) {
        seen.add(id);
        return !known.contains(id);
    }

    private static int log(Delivery page, Instant now) {
        var trouble = page.progress().trouble();
        LOG.atError()
                .addKeyValue("delivery", page.id())
                .addKeyValue("incident_id", page.incidentId().orElse(null))
                .addKeyValue("to", page.to())
                .addKeyValue("late_seconds", LatenessWords.late(page, now).toSeconds())
                .addKeyValue("attempts", trouble.attempts())
                .addKeyValue("problem", trouble.problem().orElse(""))
                .log("a page is late");
        return 1;
    }

    private static int log(Incident incident, Instant now) {
        LOG.atError()
                .addKeyValue("incident", incident.number())
                .addKeyValue("late_seconds", LatenessWords.late(incident, now).toSeconds())
                .log("an escalation is late");
        return 1;
    }
}
