package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.FailureReason;
import dev.arke.engine.Ids;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** Pages to people; one to a channel speaks for itself, a webhook's answer is in the log and the metrics. */
    void delivered(List<Delivery> pages, Instant now) {
        say(
                pages,
                page -> page.to()
                        .responderId()
                        .<IncidentEvent>map(person -> new IncidentEvent.PageDelivered(
                                person, page.to().carrier())),
                now);
    }

    /** Pages that failed for good, or did not arrive in time. */
    void failed(List<Delivery> pages, Instant now) {
        say(pages, page -> Optional.of(failure(page)), now);
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
        var problem = trouble.problem().orElse("it waits for its turn");
        var to = page.to();
        return to.responderId()
                .<IncidentEvent>map(person -> new IncidentEvent.PageFailed(person, to.carrier(), reason, problem))
                .orElseGet(() -> new IncidentEvent.PlacePageFailed(to.toString(), reason, problem));
    }

    private void say(List<Delivery> pages, Function<Delivery, Optional<IncidentEvent>> event, Instant now) {
        var entries =
                pages.stream().flatMap(page -> entry(page, event, now).stream()).toList();
        if (entries.isEmpty()) return;
        timeline.append(entries);
        deliveries.touchThreads(
                entries.stream().map(TimelineEntry::incidentId).collect(Collectors.toSet()), now.plus(THREAD_DELAY));
    }

    private Optional<TimelineEntry> entry(
            Delivery page, Function<Delivery, Optional<IncidentEvent>> event, Instant now) {
        return page.incidentId()
                .flatMap(incident ->
                        event.apply(page).map(said -> new TimelineEntry(ids.next(), incident, now, ARKE, said)));
    }
}
