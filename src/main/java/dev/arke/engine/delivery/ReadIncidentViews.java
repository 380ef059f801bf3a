package dev.arke.engine.delivery;

import dev.arke.chat.IncidentView;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentText;
import dev.arke.incident.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads incidents as the cards show them. */
public final class ReadIncidentViews {
    private final IncidentStores stores;
    private final DeliveryStore deliveries;

    public ReadIncidentViews(IncidentStores stores, DeliveryStore deliveries) {
        this.stores = stores;
        this.deliveries = deliveries;
    }

    /** By incident id; inside a unit. Ids that nothing has are left out. */
    public Map<UUID, IncidentView> read(Collection<UUID> incidentIds, Directory directory) {
        if (incidentIds.isEmpty()) return Map.of();
        var incidents = stores.incidents().read(incidentIds);
        var texts = stores.texts().of(incidentIds);
        var pages = pages(incidents);
        var numbers = numbersOfMerged(incidents);
        var questions = stores.questions().ofIncidents(incidentIds).stream()
                .collect(Collectors.groupingBy(Question::incidentId));
        var rooms = stores.rooms().open(incidentIds);
        var views = new HashMap<UUID, IncidentView>();
        for (var incident : incidents) {
            var service = directory.service(incident.facts().serviceId());
            views.put(
                    incident.id(),
                    new IncidentView(
                            incident,
                            texts.getOrDefault(incident.id(), noText(incident.id())),
                            service.name(),
                            directory.team(service.teamId()).name(),
                            paged(pages.getOrDefault(incident.id(), List.of()), directory),
                            mergedInto(incident).map(numbers::get),
                            questions.getOrDefault(incident.id(), List.of()).stream()
                                    .map(question -> new IncidentView.AskedOf(
                                            question,
                                            directory
                                                    .responder(question.askedId())
                                                    .name()))
                                    .toList(),
                            Optional.ofNullable(rooms.get(incident.id()))));
        }
        return views;
    }

    private static IncidentText noText(UUID incidentId) {
        return new IncidentText(incidentId, "", Map.of(), List.of(), "");
    }

    /** Of the present turns of those that are being paged for. */
    private Map<UUID, List<Delivery>> pages(List<Incident> incidents) {
        var turns = incidents.stream()
                .filter(Incident.Triggered.class::isInstance)
                .map(incident -> new DeliveryStore.Turn(
                        incident.id(), incident.facts().position().turn()))
                .toList();
        return deliveries.pages(turns).stream()
                .collect(Collectors.groupingBy(page -> page.incidentId().orElseThrow()));
    }

    private static List<IncidentView.Paged> paged(List<Delivery> pages, Directory directory) {
        var missed = new LinkedHashMap<UUID, Boolean>();
        for (var page : pages)
            page.to()
                    .responderId()
                    .ifPresent(id -> missed.merge(id, page.state() == State.FAILED, Boolean::logicalAnd));
        return missed.entrySet().stream()
                .map(entry -> new IncidentView.Paged(
                        entry.getKey(), directory.responder(entry.getKey()).name(), entry.getValue()))
                .toList();
    }

    private Map<UUID, Long> numbersOfMerged(List<Incident> incidents) {
        var ids = incidents.stream()
                .flatMap(incident -> mergedInto(incident).stream())
                .distinct()
                .toList();
        return stores.incidents().read(ids).stream()
                .collect(Collectors.toMap(Incident::id, Incident::number, (a, b) -> a));
    }

    private static Optional<UUID> mergedInto(Incident incident) {
        return incident instanceof Incident.Resolved resolved ? resolved.mergedInto() : Optional.empty();
    }
}
