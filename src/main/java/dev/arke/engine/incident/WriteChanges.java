package dev.arke.engine.incident;

import dev.arke.chat.IncidentRoomStore;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentTextStore;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was gathered, has cards and threads brought up to date, and wakes whoever is to act on it once committed. */
final class WriteChanges {
    private final Transactions transactions;
    private final IncidentStore incidents;
    private final IncidentTextStore texts;
    private final TimelineStore timeline;
    private final QuestionStore questions;
    private final IncidentRoomStore rooms;
    private final DeliveryStore deliveries;
    private final NewCards cards;
    private final TrackingMails tracking;
    private final EscalationHints hints;
    private final Runnable wakeSender;

    WriteChanges(
            Transactions transactions,
            IncidentStores stores,
            DeliveryStore deliveries,
            NewCards cards,
            TrackingMails tracking,
            EscalationHints hints,
            Runnable wakeSender) {
        this.transactions = transactions;
        this.incidents = stores.incidents();
        this.texts = stores.texts();
        this.timeline = stores.timeline();
        this.questions = stores.questions();
        this.rooms = stores.rooms();
        this.deliveries = deliveries;
        this.cards = cards;
        this.tracking = tracking;
        this.hints = hints;
        this.wakeSender = wakeSender;
    }

    void write(IncidentChanges changes, Directory directory) {
        var now = changes.now();
        // What is over first: a new incident may be of the same key.
        incidents.update(changes.changed());
        incidents.insert(changes.opened());
        texts.insert(changes.newTexts());
        texts.update(changes.changedTexts());
        timeline.append(changes.entries());
        endQuestions(changes);
        deliveries.cancelPages(changes.calledOff());
        var opened = changes.opened().stream().map(Incident::id).collect(Collectors.toSet());
        deliveries.plan(planned(changes, directory), opened);
        var changed = changes.changed().stream().map(Incident::id).toList();
        deliveries.touch(changed, now);
        rooms.touch(changed, now);
        // New incidents have no threads yet: those begin when their cards are out.
        deliveries.touchThreads(
                changes.entries().stream()
                        .map(TimelineEntry::incidentId)
                        .filter(id -> !opened.contains(id))
                        .collect(Collectors.toSet()),
                now.plus(PlannedDelivery.THREAD_DELAY));
        transactions.afterCommit(wakeSender);
        var due = dueTimes(changes);
        if (!due.isEmpty()) transactions.afterCommit(() -> hints.due(due));
        if (!changes.lateness().isEmpty()) transactions.afterCommit(() -> hints.escalated(changes.lateness()));
    }

    private List<PlannedDelivery> planned(IncidentChanges changes, Directory directory) {
        var shown = Stream.concat(
                        changes.opened().stream()
                                .map(incident -> new NewCards.NewCard(incident.id(), channels(incident, directory))),
                        cardsOfRaised(changes, directory))
                .toList();
        var planned = new ArrayList<>(cards.plan(shown, changes.now()));
        planned.addAll(changes.deliveries());
        planned.addAll(tracking.plan(changes, directory));
        return cards.paced(planned, changes.now());
    }

    /** What is over is not asked about any more; what became a part of another incident is asked there. */
    private void endQuestions(IncidentChanges changes) {
        var over = new HashSet<UUID>();
        for (var incident : changes.changed()) {
            if (!(incident instanceof Incident.Resolved resolved)) continue;
            resolved.mergedInto()
                    .ifPresentOrElse(into -> questions.move(resolved.id(), into), () -> over.add(resolved.id()));
        }
        deliveries.touchQuestions(questions.end(over, changes.now()), changes.now());
    }

    private static List<ChannelAddress> channels(Incident incident, Directory directory) {
        var service = directory.service(incident.facts().serviceId());
        return directory.channels().showing(service, incident.facts().priority());
    }

    /** What was too low for a channel before is shown there now. */
    private static Stream<NewCards.NewCard> cardsOfRaised(IncidentChanges changes, Directory directory) {
        return changes.entries().stream()
                .filter(entry -> entry.event() instanceof IncidentEvent.PriorityChanged)
                .flatMap(entry -> cardOfRaised(
                        entry.incidentId(), (IncidentEvent.PriorityChanged) entry.event(), changes, directory));
    }

    private static Stream<NewCards.NewCard> cardOfRaised(
            UUID incidentId, IncidentEvent.PriorityChanged change, IncidentChanges changes, Directory directory) {
        var incident = changes.changed().stream()
                .filter(one -> one.id().equals(incidentId))
                .findFirst();
        if (incident.isEmpty() || !change.to().isAbove(change.from())) return Stream.empty();
        var service = directory.service(incident.get().facts().serviceId());
        var channels = new ArrayList<>(channels(incident.get(), directory));
        channels.removeAll(directory.channels().showing(service, change.from()));
        return channels.isEmpty() ? Stream.empty() : Stream.of(new NewCards.NewCard(incidentId, channels));
    }

    private static Map<UUID, Instant> dueTimes(IncidentChanges changes) {
        var due = new HashMap<UUID, Instant>();
        changes.opened().forEach(incident -> incident.dueAt().ifPresent(at -> due.put(incident.id(), at)));
        changes.changed().forEach(incident -> incident.dueAt().ifPresent(at -> due.put(incident.id(), at)));
        return due;
    }
}
