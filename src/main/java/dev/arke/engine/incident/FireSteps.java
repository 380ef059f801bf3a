package dev.arke.engine.incident;

import dev.arke.calendar.ShiftStore;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.people.Directory;
import dev.arke.escalation.Escalation;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Fired;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.page.PagePlan;
import dev.arke.responder.Actor;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Fires the escalation of many triggered incidents at once: whom to page, by which deliveries, and when it is due again. */
final class FireSteps {
    private static final Actor ARKE = new Actor.Arke();

    /** What of an incident's policy is fired. */
    enum Which {
        AGAIN,
        NEXT,
        UNREACHED
    }

    record Order(Incident.Triggered incident, Which which) {}

    private final ShiftStore shifts;
    private final DeliveryStore deliveries;
    private final Set<ContactKind> carriers;

    FireSteps(ShiftStore shifts, DeliveryStore deliveries, Set<ContactKind> carriers) {
        this.shifts = shifts;
        this.deliveries = deliveries;
        this.carriers = carriers;
    }

    void fire(Collection<Order> orders, IncidentChanges changes, Directory directory) {
        if (orders.isEmpty()) return;
        var policies = orders.stream()
                .map(order -> directory.policy(order.incident().facts().policyVersionId()))
                .toList();
        var reach = ReachNow.read(policies, directory, carriers, shifts, changes.now());
        for (var order : orders) fire(order, reach, changes, directory);
    }

    private void fire(Order order, ReachNow reach, IncidentChanges changes, Directory directory) {
        var incident = order.incident();
        var facts = incident.facts();
        var policy = directory.policy(facts.policyVersionId());
        var fired = decide(order.which(), policy, incident, reach.reaching(policy), changes.now());
        var after = new Incident.Triggered(
                facts.withFired(
                        fired.position(), changes.now(), fired.position().isLastResort(policy)),
                fired.nextAt());
        changes.change(after);
        changes.say(incident.id(), ARKE, events(fired));
        page(after, fired.reach().people(), changes, directory);
        fired.reach().channels().forEach(channel -> post(after, channel, changes));
        fired.reach().webhooks().forEach(uri -> call(after, uri, changes));
    }

    private static Fired decide(
            Which which, EscalationPolicy policy, Incident.Triggered incident, Escalation.Reaching reach, Instant now) {
        var position = incident.facts().position();
        return switch (which) {
            case AGAIN -> Escalation.fireAgain(policy, position, reach, now);
            case NEXT -> Escalation.fireNext(policy, position, reach, now);
            case UNREACHED -> Escalation.fireUnreached(policy, position, reach, now);
        };
    }

    /** Plans the deliveries of a page to these people, for the turn the incident stands at. */
    void page(Incident incident, Collection<UUID> people, IncidentChanges changes, Directory directory) {
        var turn = incident.facts().position().turn();
        for (var person : people.stream().sorted().toList())
            plan(incident, person, changes, directory)
                    .forEach(due -> page(incident, turn, due.method(), due.at(), changes));
    }

    /** The same for one of them, of any of its turns. */
    void page(Incident incident, int turn, ContactMethod method, Instant at, IncidentChanges changes) {
        changes.recent().planned(method, at);
        changes.deliver(PlannedDelivery.page(
                changes.nextId(),
                incident.id(),
                turn,
                method.responderId(),
                method,
                at,
                at.plus(PagePlan.patience(incident.facts().priority())),
                changes.now()));
    }

    /** When and by which ways somebody is paged for it now. */
    List<PagePlan.Due> plan(Incident incident, UUID person, IncidentChanges changes, Directory directory) {
        var responder = directory.responder(person);
        var facts = incident.facts();
        var service = directory.service(facts.serviceId());
        if (directory.wishesOf(person).instead().isEmpty())
            return directory.pagePlan(
                    responder, service, facts.priority(), carriers, PagePlan.Recent.NONE, changes.now());
        var recent = changes.recent().of(responder, deliveries);
        return directory.pagePlan(responder, service, facts.priority(), carriers, recent, changes.now());
    }

    private static void post(Incident incident, ChannelAddress channel, IncidentChanges changes) {
        var turn = incident.facts().position().turn();
        changes.deliver(PlannedDelivery.channelPage(
                changes.nextId(),
                incident.id(),
                turn,
                channel,
                changes.now(),
                impatience(incident, changes),
                changes.now()));
    }

    private static void call(Incident incident, URI uri, IncidentChanges changes) {
        var turn = incident.facts().position().turn();
        changes.deliver(PlannedDelivery.webhookPage(
                changes.nextId(),
                incident.id(),
                turn,
                uri,
                changes.now(),
                impatience(incident, changes),
                changes.now()));
    }

    private static Instant impatience(Incident incident, IncidentChanges changes) {
        return changes.now().plus(PagePlan.patience(incident.facts().priority()));
    }

    private static List<IncidentEvent> events(Fired fired) {
        var events = new ArrayList<IncidentEvent>();
        for (var said : fired.said()) {
            events.add(
                    switch (said) {
                        case Fired.Said.StepReachesNobody nobody -> new IncidentEvent.StepReachesNobody(nobody.step());
                        case Fired.Said.LastResortReachesNobody ignored -> new IncidentEvent.LastResortReachesNobody();
                        case Fired.Said.WithoutContactMethod without ->
                            new IncidentEvent.WithoutContactMethod(without.people());
                        case Fired.Said.Exhausted ignored -> new IncidentEvent.Exhausted();
                    });
        }
        var people = fired.reach().people();
        var places = new ArrayList<String>();
        fired.reach().channels().forEach(channel -> places.add(channel.toString()));
        fired.reach().webhooks().forEach(uri -> places.add("webhook " + uri.getHost()));
        events.add(
                switch (fired.why()) {
                    case Fired.Why.OfStep step -> new IncidentEvent.StepFired(step.step(), people, places);
                    case Fired.Why.LastResort ignored -> new IncidentEvent.LastResortFired(people, places);
                    case Fired.Why.Admins ignored -> new IncidentEvent.AdminsPaged(people, places);
                });
        return events;
    }
}
