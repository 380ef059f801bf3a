package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.page.Instead;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Has a page come again by a way that its person's rules repeat, so long after it arrived or failed, until somebody takes the
 * incident: then what waits is called off. Each in a turn of its own, so that one that fails is followed by the person's next way.
 * The message before it says that it came again, and is left alone from then on.
 * Inside the unit that recorded what came of it and has locked the incident.
 */
final class RepeatPages {
    private static final Duration LATE = Duration.ofSeconds(10);

    private final IncidentStore incidents;
    private final DeliveryStore deliveries;
    private final ReadDirectory directory;
    private final Set<ContactKind> carriers;
    private final Ids ids;

    RepeatPages(
            IncidentStore incidents,
            DeliveryStore deliveries,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            Ids ids) {
        this.incidents = incidents;
        this.deliveries = deliveries;
        this.directory = directory;
        this.carriers = Set.copyOf(carriers);
        this.ids = ids;
    }

    /**
     * Pages that arrived for the first time, and those that failed for good: a call that nobody answers rings again. Answers those
     * that might come again, but whose incidents this node cannot read.
     */
    List<Delivery> ended(List<Delivery> pages, Instant now) {
        deliveries.touchMessages(
                deliveries
                        .newest()
                        .replacedBy(pages.stream()
                                .filter(page -> mayHaveComeBefore(page, now))
                                .toList()),
                now);
        var present = directory.current();
        var unseen = new ArrayList<Delivery>();
        for (var page : pages) {
            var person = page.to()
                    .responderId()
                    .filter(present::hasRepeatedPages)
                    .map(present::responder)
                    .filter(Responder::active);
            if (person.isEmpty()) continue;
            // A later page by the same way, such as a step's repetition, goes on instead.
            var incident = incidents.lock(List.of(page.incidentId().orElseThrow()));
            if (incident.isEmpty()) unseen.add(page);
            else if (incident.getFirst() instanceof Incident.Triggered open && !deliveries.isPagedAfter(page))
                repeat(page, open, person.get(), present, now);
        }
        return unseen;
    }

    /** A first page need not be looked up, unless it was so late that the second may have overtaken it. Only chats can edit. */
    private static boolean mayHaveComeBefore(Delivery page, Instant now) {
        return page.to().carrier().isChat()
                && (page.turn() > 1 || page.plannedAt().isBefore(now.minus(LATE)));
    }

    private void repeat(Delivery page, Incident.Triggered open, Responder person, Directory directory, Instant now) {
        var facts = open.facts();
        var plan = directory.pagePlan(
                person, directory.service(facts.serviceId()), facts.priority(), carriers, PagePlan.Recent.NONE, now);
        var method = PagePlan.usable(person.methods(), carriers).stream()
                .filter(one -> isBy(one.id(), page))
                .findFirst();
        var every = every(page, plan, directory.wishesOf(person.id()).instead());
        if (method.isEmpty() || every.isEmpty()) return;
        if (page.state() == State.DELIVERED) deliveries.cancelBefore(page);
        var at = directory.wishesOf(person.id()).outsideQuiet(facts.priority(), now.plus(every.get()), person.zone());
        plan(open, method.get(), at, now);
    }

    /** By its own rule, or by that of the way in whose place it came because there were too many: the turn has no page of that. */
    private Optional<Duration> every(Delivery page, List<PagePlan.Due> plan, List<Instead> instead) {
        var own = plan.stream()
                .filter(one -> isBy(one.method().id(), page))
                .flatMap(one -> one.every().stream())
                .findFirst();
        if (own.isPresent() || instead.isEmpty()) return own;
        var turn = new DeliveryStore.Turn(page.incidentId().orElseThrow(), page.turn());
        var ways = deliveries.pages(List.of(turn)).stream()
                .flatMap(other -> other.to().contactMethodId().stream())
                .collect(Collectors.toSet());
        return plan.stream()
                .filter(one -> !ways.contains(one.method().id()))
                .filter(one -> instead.stream()
                        .anyMatch(wish -> wish.via().takes(one.method().kind())
                                && wish.then().takes(page.to().carrier())))
                .flatMap(one -> one.every().stream())
                .findFirst();
    }

    private static boolean isBy(UUID method, Delivery page) {
        return page.to().contactMethodId().equals(Optional.of(method));
    }

    private void plan(Incident.Triggered incident, ContactMethod method, Instant at, Instant now) {
        var facts = incident.facts();
        var turn = facts.position().counted();
        incidents.update(List.of(incident.with(facts.withPosition(turn))));
        deliveries.plan(List.of(PlannedDelivery.page(
                ids.next(),
                incident.id(),
                turn.turn(),
                method.responderId(),
                method,
                at,
                at.plus(PagePlan.patience(facts.priority())),
                now)));
    }
}
