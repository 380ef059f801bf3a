package dev.arke.engine.delivery;

import dev.arke.chat.ChannelStateStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Attempt;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.Settlement;
import dev.arke.engine.delivery.SendMessage.Done;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what came of claimed rows, many in one unit, and sees to what follows from it. */
final class RecordOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(RecordOutcomes.class);

    /** What it writes. */
    record Stores(IncidentStore incidents, OutboxStore outbox, ChannelStateStore channels) {}

    private final Transactions transactions;
    private final Stores stores;
    private final SayDeliveries say;
    private final FallThrough fallThrough;
    private final DeadMethods deadMethods;
    private final FollowQuestions questions;
    private final Runnable wake;
    private final InstantSource clock;

    RecordOutcomes(
            Transactions transactions,
            Stores stores,
            SayDeliveries say,
            FallThrough fallThrough,
            DeadMethods deadMethods,
            FollowQuestions questions,
            Runnable wake,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.say = say;
        this.fallThrough = fallThrough;
        this.deadMethods = deadMethods;
        this.questions = questions;
        this.wake = wake;
        this.clock = clock;
    }

    /** Answers those whose rows or incidents another unit holds at this moment: to be recorded a little later. */
    List<Done> record(Collection<Done> done) {
        if (done.isEmpty()) return List.of();
        return transactions.write(Durability.RELAXED, () -> recordUnit(done));
    }

    private List<Done> recordUnit(Collection<Done> done) {
        var now = clock.instant();
        // Incidents first, as everybody who changes them does, so that no two units wait for each other in a circle.
        var free = stores.incidents().holdFree(incidentsToLock(done));
        var byRow = done.stream()
                .filter(one -> !concernsIncident(one)
                        || one.row().incidentId().stream().allMatch(free::contains))
                .collect(Collectors.toMap(one -> one.row().id(), one -> one, RecordOutcomes::later));
        var leases = new HashMap<UUID, UUID>();
        byRow.forEach((id, one) -> leases.put(id, one.lease()));
        var leased = stores.outbox().lockLeased(leases);
        var changes = leased.ours().stream().map(row -> change(row, byRow, now)).toList();
        settle(changes, now);
        follow(changes, now);
        warnOfLost(byRow, leased);
        return done.stream()
                .filter(one -> !byRow.containsKey(one.row().id())
                        || leased.busy().contains(one.row().id()))
                .toList();
    }

    private static Done later(Done one, Done other) {
        return one.under().ends().isAfter(other.under().ends()) ? one : other;
    }

    private void settle(List<Change> changes, Instant now) {
        var after = new WholeBundles(now).of(changes.stream().map(Change::after).toList());
        stores.outbox().settle(changes.stream().map(Change::before).toList(), after);
    }

    /** What became of a message that was handed over, and what follows; empty when it is known or there is no such message. */
    Optional<Delivery> heard(UUID deliveryId, Outcome outcome) {
        return transactions.write(Durability.SYNCED, () -> {
            var now = clock.instant();
            stores.incidents()
                    .hold(stores.outbox().ofMessage(deliveryId).stream()
                            .flatMap(row -> row.incidentId().stream())
                            .collect(Collectors.toSet()));
            var changes = stores.outbox().lockMessage(deliveryId).stream()
                    .map(row -> new Change(row, Settlement.heard(row, outcome, now), Attempt.Sent.of(outcome, 0)))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
            settle(changes, now);
            follow(changes, now);
            return changes.stream().map(Change::after).findFirst();
        });
    }

    /** A message that had arrived came back: it did not arrive, and what follows; empty when there is no such message. */
    Optional<Delivery> returned(UUID deliveryId, Outcome outcome) {
        return transactions.write(Durability.SYNCED, () -> {
            var now = clock.instant();
            var ids = stores.outbox().ofMessage(deliveryId).stream()
                    .flatMap(row -> row.incidentId().stream())
                    .collect(Collectors.toSet());
            stores.incidents().hold(ids);
            var unclaimed = stores.incidents().read(ids).stream()
                    .filter(Incident.Triggered.class::isInstance)
                    .map(Incident::id)
                    .collect(Collectors.toSet());
            var arrived = stores.outbox().lockMessage(deliveryId).stream()
                    .filter(row -> row.state() == State.DELIVERED)
                    .toList();
            var rows = arrived.stream()
                    .map(row -> Settlement.returned(row, outcome, now))
                    .toList();
            stores.outbox().settle(arrived, new WholeBundles(now).of(rows));
            cameBack(rows, outcome, unclaimed, now);
            return rows.stream().findFirst();
        });
    }

    /** Whoever was paged by it has their next method tried, while nobody has the incident. */
    private void cameBack(List<Delivery> rows, Outcome outcome, Set<UUID> unclaimed, Instant now) {
        var pages = rows.stream().filter(row -> row.kind() == Kind.PAGE).toList();
        say.failed(pages, now);
        var gone = new HashMap<UUID, String>();
        if (outcome instanceof Outcome.RecipientGone why)
            rows.forEach(row -> row.to().contactMethodId().ifPresent(id -> gone.put(id, why.problem())));
        deadMethods.died(gone, now);
        fallThrough.fall(
                pages.stream()
                        .filter(page ->
                                page.incidentId().filter(unclaimed::contains).isPresent())
                        .toList(),
                now);
        questions.fall(rows.stream().filter(row -> row.kind() == Kind.QUESTION).toList(), now);
        transactions.afterCommit(wake);
    }

    private static Change change(Delivery row, Map<UUID, Done> byRow, Instant now) {
        var one = byRow.get(row.id());
        if (one == null) throw new IllegalStateException("row " + row.id() + " was locked but not asked for");
        return new Change(row, Settlement.of(row, one.attempt(), now), one.attempt());
    }

    /** Those whose timeline or escalation may be concerned: of first messages that were handed over. */
    private static Collection<UUID> incidentsToLock(Collection<Done> done) {
        return done.stream()
                .filter(RecordOutcomes::concernsIncident)
                .flatMap(one -> one.row().incidentId().stream())
                .collect(Collectors.toSet());
    }

    private static boolean concernsIncident(Done one) {
        return (one.attempt() instanceof Attempt.Sent || one.attempt() instanceof Attempt.NothingHeard)
                && one.row().state() != State.DELIVERED;
    }

    private void follow(List<Change> changes, Instant now) {
        say.arrived(
                changes.stream()
                        .filter(Change::isFirstDelivery)
                        .map(Change::after)
                        .toList(),
                now);
        questions.arrived(questions(changes.stream().filter(Change::isFirstDelivery)), now);
        var fallen = pages(changes.stream().filter(Change::hasFallen));
        var fallenQuestions = questions(changes.stream().filter(Change::hasFallen));
        say.failed(fallen, now);
        seeToMethods(changes, now);
        markChannels(changes, now);
        changes.forEach(RecordOutcomes::log);
        fallThrough.fall(fallen, now);
        fallThrough.ended(pages(changes.stream().filter(Change::hasEnded)), now);
        questions.fall(fallenQuestions, now);
        if (!fallen.isEmpty() || !fallenQuestions.isEmpty()) transactions.afterCommit(wake);
    }

    private static List<Delivery> pages(Stream<Change> changes) {
        return changes.filter(Change::isPage).map(Change::after).toList();
    }

    private static List<Delivery> questions(Stream<Change> changes) {
        return changes.filter(Change::isQuestion).map(Change::after).toList();
    }

    /** Only a first message proves that nobody is there: an edit fails when the message itself was deleted. */
    private void seeToMethods(List<Change> changes, Instant now) {
        var gone = new HashMap<UUID, String>();
        var there = new HashSet<UUID>();
        for (var change : changes) {
            var method = change.after().to().contactMethodId();
            if (change.attempt() instanceof Attempt.Sent sent
                    && sent.outcome() instanceof Outcome.RecipientGone why
                    && !change.before().isEdit()) method.ifPresent(id -> gone.put(id, why.problem()));
            if (change.isFirstDelivery() && change.after().kind() == Kind.NOTICE) method.ifPresent(there::add);
        }
        deadMethods.died(gone, now);
        deadMethods.answered(there);
    }

    /** A first message that is refused for good, and whatever arrives, say how it is with a channel. */
    private void markChannels(List<Change> changes, Instant now) {
        var gone = new HashMap<ChannelAddress, String>();
        var working = new HashSet<ChannelAddress>();
        for (var change : changes) {
            var channel = change.after().to().channel();
            if (channel.isEmpty() || !(change.attempt() instanceof Attempt.Sent sent)) continue;
            if (sent.outcome() instanceof Outcome.RecipientGone problem
                    && !change.before().isEdit()) gone.put(channel.get(), problem.problem());
            if (sent.outcome() instanceof Outcome.Delivered) working.add(channel.get());
        }
        stores.channels().markWorking(working);
        stores.channels().markGone(gone, now);
    }

    private static void log(Change change) {
        boolean isTried = change.attempt() instanceof Attempt.Sent || change.attempt() instanceof Attempt.NothingHeard;
        if (!isTried || change.after().progress().trouble().attempts() == 0) return;
        var after = change.after();
        boolean lost = change.isPage() && after.state() == State.FAILED;
        (lost ? LOG.atError() : LOG.atWarn())
                .addKeyValue("delivery", after.id())
                .addKeyValue("kind", after.kind().word())
                .addKeyValue("to", after.to())
                .addKeyValue("attempts", after.progress().trouble().attempts())
                .addKeyValue(
                        "reason",
                        after.progress()
                                .trouble()
                                .reason()
                                .map(Object::toString)
                                .orElse(""))
                .addKeyValue("problem", after.progress().trouble().problem().orElse(""))
                .log(lost ? "a page failed for good" : "a message did not arrive");
    }

    /** What was told before we had written that it was handed over is written already. */
    private static boolean isHandedOver(Done done) {
        return done.attempt() instanceof Attempt.Sent sent && sent.outcome() instanceof Outcome.HandedOver;
    }

    private static void warnOfLost(Map<UUID, Done> byRow, OutboxStore.Leased leased) {
        var known = leased.ours().stream().map(Delivery::id).collect(Collectors.toSet());
        byRow.entrySet().stream()
                .filter(entry -> !isHandedOver(entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(id -> !known.contains(id) && !leased.busy().contains(id))
                .forEach(id -> LOG.atWarn()
                        .addKeyValue("delivery", id)
                        .log("an outcome came after its lease had ended; the message may arrive twice"));
    }
}
