package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Trouble;
import dev.arke.engine.Ids;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Tells the timelines, and so the threads, which pages arrived and which did not. */
final class SayDeliveries {
    private static final Duration THREAD_DELAY = Duration.ofSeconds(2);
    private static final String ARKE = new Actor.Arke().word();

    private final TimelineStore timeline;
    private final DeliveryStore deliveries;
    private final Ids ids;

    SayDeliveries(TimelineStore timeline, DeliveryStore deliveries, Ids ids) {
        this.timeline = timeline;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    void delivered(List<Delivery> pages, Instant now) {
        say(
                pages,
                (page, person) ->
                        new IncidentEvent.PageDelivered(person, page.to().carrier()),
                now);
    }

    /** Pages that failed for good, or did not arrive in time. */
    void failed(List<Delivery> pages, Instant now) {
        say(pages, SayDeliveries::failure, now);
        deliveries.touch(
                pages.stream()
                        .filter(page -> page.state() == Delivery.State.FAILED)
                        .flatMap(page -> page.incidentId().stream())
                        .collect(Collectors.toSet()),
                now);
    }

    private static IncidentEvent failure(Delivery page, UUID person) {
        Trouble trouble = page.progress().trouble();
        return new IncidentEvent.PageFailed(
                person,
                page.to().carrier(),
                trouble.reason().orElse(FailureReason.OTHER),
                trouble.problem().orElse("it waits for its turn"));
    }

    private void say(List<Delivery> pages, BiFunction<Delivery, UUID, IncidentEvent> event, Instant now) {
        var entries =
                pages.stream().flatMap(page -> entry(page, event, now).stream()).toList();
        if (entries.isEmpty()) return;
        timeline.append(entries);
        deliveries.touchThreads(
                entries.stream().map(TimelineEntry::incidentId).collect(Collectors.toSet()), now.plus(THREAD_DELAY));
    }

    private Optional<TimelineEntry> entry(Delivery page, BiFunction<Delivery, UUID, IncidentEvent> event, Instant now) {
        return page.to()
                .responderId()
                .flatMap(person -> page.incidentId()
                        .map(incident ->
                                new TimelineEntry(ids.next(), incident, now, ARKE, event.apply(page, person))));
    }
}
