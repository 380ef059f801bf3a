package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the timelines, and so the threads, which pages arrived and which did not. */
final class SayDeliveries {
    private static final String ARKE = new Actor.Arke().word();

    private final TimelineStore timeline;
    private final DeliveryStore deliveries;
    private final Ids ids;

    SayDeliveries(TimelineStore timeline, DeliveryStore deliveries, Ids ids) {
        this.timeline = timeline;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    /**
     * Messages that arrived for the first time. The timeline tells of pages to people; one to a channel speaks for itself, a
     * webhook's answer is in the log and the metrics. Below a card its thread is posted.
     */
    void arrived(List<Delivery> messages, Instant now) {
        var entries = entries(
                messages.stream().filter(row -> row.kind() == Kind.PAGE).toList(),
                page -> page.to()
                        .responderId()
                        .<IncidentEvent>map(person -> new IncidentEvent.PageDelivered(
                                person, page.to().carrier())),
                now);
        append(entries, now);
        deliveries.plan(messages.stream()
                .filter(row -> row.kind() == Kind.CARD)
                .flatMap(card -> thread(card, now).stream())
                .toList());
    }

    /** Only now is there something to post it below; a card that never arrives leaves no row behind. */
    private Optional<PlannedDelivery> thread(Delivery card, Instant now) {
        return card.incidentId()
                .flatMap(incident ->
                        card.to().channel().map(channel -> PlannedDelivery.thread(ids.next(), incident, channel, now)));
    }

    /** Pages that failed for good, or did not arrive in time. */
    void failed(List<Delivery> pages, Instant now) {
        append(entries(pages, page -> Optional.of(failure(page)), now), now);
        deliveries.touch(
                pages.stream()
                        .filter(page -> page.state() == Delivery.State.FAILED)
                        .flatMap(page -> page.incidentId().stream())
                        .collect(Collectors.toSet()),
                now);
    }

    private static IncidentEvent failure(Delivery page) {
        var trouble = page.progress().trouble();
        var reason = trouble.reason().orElse(FailureReason.OTHER);
        var problem = trouble.problem()
                .orElse(page.isHandedOver() ? "no word yet whether it arrived" : "it waits for its turn");
        var to = page.to();
        return to.responderId()
                .<IncidentEvent>map(person -> new IncidentEvent.PageFailed(person, to.carrier(), reason, problem))
                .orElseGet(() -> new IncidentEvent.PlacePageFailed(to.toString(), reason, problem));
    }

    private List<TimelineEntry> entries(
            List<Delivery> pages, Function<Delivery, Optional<IncidentEvent>> event, Instant now) {
        return pages.stream().flatMap(page -> entry(page, event, now).stream()).toList();
    }

    private void append(List<TimelineEntry> entries, Instant now) {
        timeline.append(entries);
        deliveries.touchThreads(
                entries.stream().map(TimelineEntry::incidentId).collect(Collectors.toSet()),
                now.plus(PlannedDelivery.THREAD_DELAY));
    }

    private Optional<TimelineEntry> entry(
            Delivery page, Function<Delivery, Optional<IncidentEvent>> event, Instant now) {
        return page.incidentId()
                .flatMap(incident ->
                        event.apply(page).map(said -> new TimelineEntry(ids.next(), incident, now, ARKE, said)));
    }
}
