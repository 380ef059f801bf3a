package dev.arke.engine.incident;

import dev.arke.alert.Integration;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore.DedupId;
import dev.arke.incident.IncidentTextStore.FiringAlert;
import dev.arke.incident.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of the incidents that a batch of alerts concerns: read in a handful of statements, kept up as it goes. */
final class IntakeBatch {
    private final Map<DedupId, Incident> open;
    private final Map<DedupId, List<Incident>> resolved;
    private final Map<UUID, Set<String>> firing;
    private final Map<UUID, Integer> openedLately;
    private final List<FiringAlert> begun = new ArrayList<>();
    private final Map<UUID, Set<String>> ended = new HashMap<>();

    private IntakeBatch(
            Map<DedupId, Incident> open,
            List<Incident> resolved,
            Map<UUID, List<FiringAlert>> firing,
            Map<UUID, Integer> openedLately) {
        this.open = new HashMap<>(open);
        this.resolved = resolved.stream()
                .collect(Collectors.groupingBy(incident -> new DedupId(
                        incident.facts().serviceId(), incident.facts().dedupKey())));
        this.firing = new HashMap<>();
        firing.forEach((id, alerts) -> this.firing.put(
                id, alerts.stream().map(FiringAlert::dedupKey).collect(Collectors.toCollection(HashSet::new))));
        this.openedLately = new HashMap<>(openedLately);
    }

    static IntakeBatch read(
            Collection<RoutedAlert> alerts, IncidentStores stores, IntakeSettings settings, Instant now) {
        var integrations =
                alerts.stream().map(RoutedAlert::integration).distinct().toList();
        var keys = alerts.stream().map(RoutedAlert::id).collect(Collectors.toCollection(LinkedHashSet::new));
        integrations.stream().map(RoutedAlert::stormOf).forEach(keys::add);
        var open = stores.incidents().lockOpen(keys);
        var resolved = stores.incidents().resolvedSince(keys, now.minus(Intake.REST_AFTER_RESOLVE));
        var lately = stores.incidents()
                .openedSince(integrations.stream().map(Integration::id).toList(), now.minus(settings.floodWindow()));
        var collecting = Stream.concat(open.values().stream(), resolved.stream())
                .filter(incident -> isCollecting(incident, alerts))
                .map(Incident::id)
                .toList();
        return new IntakeBatch(open, resolved, stores.texts().firing(collecting), lately);
    }

    private static boolean isCollecting(Incident incident, Collection<RoutedAlert> alerts) {
        var key = incident.facts().dedupKey();
        return key.startsWith("arke:storm:")
                || alerts.stream()
                        .filter(RoutedAlert::isGrouped)
                        .anyMatch(alert -> alert.id().dedupKey().equals(key));
    }

    Optional<Incident> open(DedupId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** The incidents of late that stood for this alert, their own or one of many. */
    List<Incident> resolved(RoutedAlert routed) {
        var storms = resolved.getOrDefault(RoutedAlert.stormOf(routed.integration()), List.of());
        var own = resolved.getOrDefault(routed.id(), List.of());
        return Stream.concat(own.stream(), storms.stream().filter(storm -> holds(storm, routed)))
                .toList();
    }

    /** Those of them that had collected it when they were resolved. */
    Set<UUID> collectedBy(RoutedAlert routed) {
        return resolved(routed).stream()
                .filter(incident -> holds(incident, routed))
                .map(Incident::id)
                .collect(Collectors.toSet());
    }

    private boolean holds(Incident incident, RoutedAlert routed) {
        return firing.getOrDefault(incident.id(), Set.of()).contains(keyOf(routed));
    }

    /** The open incident, if any, that has collected this alert although it is another's by its key. */
    Optional<Incident> stormHolding(RoutedAlert routed) {
        return open(RoutedAlert.stormOf(routed.integration())).filter(storm -> holds(storm, routed));
    }

    boolean isFlooded(Integration integration, IntakeSettings settings) {
        return openedLately.getOrDefault(integration.id(), 0) >= settings.floodThreshold();
    }

    /** How many of these alerts will open an incident of their own, as it looks from here. */
    int expectedToOpen(Collection<RoutedAlert> alerts, IntakeSettings settings) {
        return (int) alerts.stream()
                .filter(routed -> routed.alert().isFiring())
                .filter(routed -> !isFlooded(routed.integration(), settings))
                .map(RoutedAlert::id)
                .distinct()
                .filter(id -> !open.containsKey(id))
                .count();
    }

    void opened(RoutedAlert routed, DedupId id, Incident incident) {
        open.put(id, incident);
        openedLately.merge(routed.integration().id(), 1, Integer::sum);
    }

    void changed(DedupId id, Incident incident) {
        if (incident.isOpen()) open.put(id, incident);
        else open.remove(id);
    }

    /** Notes that an alert fires behind a collecting incident. */
    void begin(Incident incident, RoutedAlert routed) {
        if (firing.computeIfAbsent(incident.id(), id -> new HashSet<>()).add(keyOf(routed)))
            begun.add(
                    new FiringAlert(incident.id(), keyOf(routed), routed.alert().summary()));
        ended.getOrDefault(incident.id(), new HashSet<>()).remove(keyOf(routed));
    }

    /** Notes that an alert is over behind a collecting incident; true when none fires there any more. */
    boolean end(Incident incident, RoutedAlert routed) {
        var left = firing.computeIfAbsent(incident.id(), id -> new HashSet<>());
        left.remove(keyOf(routed));
        begun.removeIf(alert ->
                alert.incidentId().equals(incident.id()) && alert.dedupKey().equals(keyOf(routed)));
        ended.computeIfAbsent(incident.id(), id -> new HashSet<>()).add(keyOf(routed));
        return left.isEmpty();
    }

    private static String keyOf(RoutedAlert routed) {
        return routed.alert().dedupKey();
    }

    List<FiringAlert> begun() {
        return begun;
    }

    Map<UUID, Set<String>> ended() {
        return ended;
    }
}
