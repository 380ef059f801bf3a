package dev.arke.engine.incident;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.page.RaisedPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A raised priority: what its rules add for those paged since the last step was fired, whether by it or beside it; what
 * is planned already stays one, and comes no later than they say.
 */
final class PageMore {
    private final DeliveryStore deliveries;
    private final FireSteps fireSteps;

    PageMore(DeliveryStore deliveries, FireSteps fireSteps) {
        this.deliveries = deliveries;
        this.fireSteps = fireSteps;
    }

    /** One that this unit opened is paged by its new priority, once its first step is fired. */
    void page(Incident raised, IncidentChanges changes, Directory directory) {
        if (raised.facts().firedAt().isEmpty()) return;
        // Raised twice in one unit, the rules of the last priority are the ones that count.
        changes.forgetPages(raised.id());
        pages(raised).forEach((person, pages) -> page(raised, person, pages, changes, directory));
    }

    private void page(
            Incident raised, UUID person, List<Delivery> pages, IncidentChanges changes, Directory directory) {
        var facts = raised.facts();
        var wishes = directory.wishesOf(person);
        var zone = directory.responder(person).zone();
        for (var more : RaisedPages.of(fireSteps.plan(raised, person, changes, directory), pages, changes.now())) {
            var at = wishes.outsideQuiet(facts.priority(), more.at(), zone);
            var turn = more.turn().orElseGet(() -> nextTurn(raised, changes));
            fireSteps.page(raised, turn, more.method(), at, changes);
        }
    }

    /** A turn of its own for each, so that one that fails is followed by the person's next way. */
    private static int nextTurn(Incident raised, IncidentChanges changes) {
        var present = changes.present(raised.id()).orElse(raised);
        var position = present.facts().position().counted();
        changes.change(present.with(present.facts().withPosition(position)));
        return position.turn();
    }

    private Map<UUID, List<Delivery>> pages(Incident raised) {
        var firedAt = raised.facts().firedAt().orElseThrow();
        var pages = new TreeMap<UUID, List<Delivery>>();
        for (var page : deliveries.ofIncident(raised.id())) {
            boolean counts = page.kind() == Delivery.Kind.PAGE
                    && page.state() != Delivery.State.CANCELLED
                    && !page.plannedAt().isBefore(firedAt);
            if (counts)
                page.to()
                        .responderId()
                        .ifPresent(person -> pages.computeIfAbsent(person, any -> new ArrayList<>())
                                .add(page));
        }
        return pages;
    }
}
