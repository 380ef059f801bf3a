package dev.arke.engine.incident;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentText;
import dev.arke.incident.Owner;
import dev.arke.incident.TimelineEntry;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a unit of work makes of many incidents, gathered first and written in a handful of statements. */
final class IncidentChanges {
    private final Ids ids;
    private final Instant now;
    private final Optional<ContactKind> via;
    private final Map<UUID, Incident> opened = new LinkedHashMap<>();
    private final Map<UUID, Incident> changed = new LinkedHashMap<>();
    private final Map<UUID, IncidentText> newTexts = new LinkedHashMap<>();
    private final Map<UUID, IncidentText> changedTexts = new LinkedHashMap<>();
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final List<PlannedDelivery> deliveries = new ArrayList<>();
    private final Set<UUID> calledOff = new HashSet<>();
    private final List<Duration> lateness = new ArrayList<>();
    private final RecentPages recent;

    /** By nobody in a chat. */
    IncidentChanges(Ids ids, Instant now) {
        this(ids, now, Optional.empty());
    }

    /** What this one does. */
    IncidentChanges(Ids ids, Instant now, By by) {
        this(ids, now, by.chat());
    }

    private IncidentChanges(Ids ids, Instant now, Optional<ContactKind> via) {
        this.ids = ids;
        this.now = now;
        this.via = via;
        recent = new RecentPages(now);
    }

    Instant now() {
        return now;
    }

    RecentPages recent() {
        return recent;
    }

    /** An incident was escalated this long after it was due. */
    void escalatedLate(Duration late) {
        lateness.add(late);
    }

    List<Duration> lateness() {
        return lateness;
    }

    void open(Incident incident, IncidentText text) {
        opened.put(incident.id(), incident);
        newTexts.put(incident.id(), text);
    }

    /** Takes the latest state of an incident, opened in this unit or before. */
    void change(Incident incident) {
        if (opened.containsKey(incident.id())) opened.put(incident.id(), incident);
        else changed.put(incident.id(), incident);
    }

    void change(IncidentText text) {
        if (newTexts.containsKey(text.incidentId())) newTexts.put(text.incidentId(), text);
        else changedTexts.put(text.incidentId(), text);
    }

    void say(UUID incidentId, Actor by, IncidentEvent event) {
        var isPerson = by instanceof Actor.Person || by instanceof Actor.Unlinked;
        entries.add(new TimelineEntry(
                ids.next(), incidentId, now, Owner.of(by).kept(), via.filter(any -> isPerson), event));
    }

    void say(UUID incidentId, Actor by, Collection<IncidentEvent> events) {
        events.forEach(event -> say(incidentId, by, event));
    }

    /** What this unit lets an incident say, if anything. */
    Optional<IncidentText> text(UUID incidentId) {
        return Optional.ofNullable(newTexts.getOrDefault(incidentId, changedTexts.get(incidentId)));
    }

    void deliver(PlannedDelivery delivery) {
        deliveries.add(delivery);
    }

    /** The pages of an incident that wait, in the outbox or in this unit, are not wanted any more. */
    void callOff(UUID incidentId) {
        deliveries.removeIf(
                delivery -> delivery.incidentId().filter(incidentId::equals).isPresent());
        calledOff.add(incidentId);
    }

    /** The pages of an incident that this unit has asked for are asked for no more. */
    void forgetPages(UUID incidentId) {
        deliveries.removeIf(delivery -> delivery.kind() == Delivery.Kind.PAGE
                && delivery.incidentId().filter(incidentId::equals).isPresent());
    }

    Set<UUID> calledOff() {
        return calledOff;
    }

    UUID nextId() {
        return ids.next();
    }

    /** The incident as it stands in this unit, if the unit has changed it. */
    Optional<Incident> present(UUID id) {
        return Optional.ofNullable(opened.getOrDefault(id, changed.get(id)));
    }

    Collection<Incident> opened() {
        return opened.values();
    }

    Collection<Incident> changed() {
        return changed.values();
    }

    Collection<IncidentText> newTexts() {
        return newTexts.values();
    }

    Collection<IncidentText> changedTexts() {
        return changedTexts.values();
    }

    List<TimelineEntry> entries() {
        return entries;
    }

    List<PlannedDelivery> deliveries() {
        return deliveries;
    }
}
