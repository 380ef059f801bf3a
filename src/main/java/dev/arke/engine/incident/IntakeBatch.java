package dev.arke.engine.incident;

import dev.arke.alert.Integration;
import dev.arke.engine.people.Directory;
import dev.arke.incident.CollectedAlertStore.Place;
import dev.arke.incident.FloodStore.Flood;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore.DedupId;
import dev.arke.incident.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Map<DedupId, DedupId> merged;
    private final Map<UUID, Integer> openedLately;
    private final Map<UUID, Flood> floods;
    private final Map<UUID, Flood> newFloods = new LinkedHashMap<>();
    private final CollectedAlerts collected;
    private final Quotas quotas;

    private IntakeBatch(
            Map<DedupId, Incident> open,
            Map<DedupId, List<Incident>> resolved,
            Map<DedupId, DedupId> merged,
            Map<UUID, Integer> openedLately,
            Map<UUID, Flood> floods,
            CollectedAlerts collected,
            Quotas quotas) {
        this.open = open;
        this.resolved = resolved;
        this.merged = merged;
        this.openedLately = new HashMap<>(openedLately);
        this.floods = new HashMap<>(floods);
        this.collected = collected;
        this.quotas = quotas;
    }

    static IntakeBatch read(
            Collection<RoutedAlert> alerts,
            Directory directory,
            IncidentStores stores,
            IntakeSettings settings,
            Instant now) {
        var integrations =
                alerts.stream().map(RoutedAlert::integration).distinct().toList();
        var ids = integrations.stream().map(Integration::id).toList();
        var keys = alerts.stream().map(RoutedAlert::id).collect(Collectors.toCollection(LinkedHashSet::new));
        alerts.stream().map(RoutedAlert::storms).forEach(keys::addAll);
        // The open ones first: their locks make the rest stand still.
        var open = new HashMap<>(stores.incidents().lockOpen(keys));
        var since = now.minus(Intake.REST_AFTER_RESOLVE);
        var over = stores.incidents().resolvedSince(keys, since).stream()
                .collect(Collectors.groupingBy(IntakeBatch::idOf));
        var merged = MergedAlerts.follow(over, open, stores.incidents());
        var resolved = stillResting(over, merged.closedByHand(), since);
        return new IntakeBatch(
                open,
                resolved,
                merged.open(),
                stores.incidents().openedSince(ids, now.minus(settings.floodWindow())),
                stores.floods().of(floods(alerts)),
                collected(alerts, open, resolved, stores),
                Quotas.read(alerts, directory, stores.quotas(), now));
    }

    /** Of whom there may be a flood. */
    private static Set<UUID> floods(Collection<RoutedAlert> alerts) {
        var ids = new LinkedHashSet<UUID>();
        for (var routed : alerts) {
            ids.add(routed.integration().id());
            if (routed.hardQuotaOfTeam().isPresent()) ids.add(routed.service().id());
        }
        return ids;
    }

    /**
     * Without those that are there only because they are part of an open one. What was merged rests as long as somebody, and no
     * monitor, ended what it became a part of: that monitor knew nothing of it.
     */
    private static Map<DedupId, List<Incident>> stillResting(
            Map<DedupId, List<Incident>> over, Set<DedupId> closedByHand, Instant since) {
        return over.values().stream()
                .flatMap(List::stream)
                .filter(incident -> incident instanceof Incident.Resolved resolved
                        && resolved.at().isAfter(since)
                        && (resolved.mergedInto().isEmpty() || closedByHand.contains(idOf(incident))))
                .collect(Collectors.groupingBy(IntakeBatch::idOf));
    }

    static DedupId idOf(Incident incident) {
        return new DedupId(incident.facts().serviceId(), incident.facts().dedupKey());
    }

    private static CollectedAlerts collected(
            Collection<RoutedAlert> alerts,
            Map<DedupId, Incident> open,
            Map<DedupId, List<Incident>> resolved,
            IncidentStores stores) {
        var places = new LinkedHashSet<Place>();
        var counted = new LinkedHashSet<UUID>();
        for (var routed : alerts) {
            var ids = new ArrayList<>(routed.storms());
            if (routed.isGrouped()) ids.add(routed.id());
            for (var id : ids) {
                var collecting = Optional.ofNullable(open.get(id));
                if (!routed.alert().isFiring()) collecting.ifPresent(incident -> counted.add(incident.id()));
                Stream.concat(collecting.stream(), resolved.getOrDefault(id, List.of()).stream())
                        .forEach(incident -> places.add(
                                new Place(incident.id(), routed.alert().dedupKey())));
            }
        }
        return CollectedAlerts.read(places, counted, stores.collected());
    }

    Optional<Incident> open(DedupId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** The open incident, if any, of which this alert's own became a part. */
    Optional<Incident> mergedInto(DedupId id) {
        return Optional.ofNullable(merged.get(id)).flatMap(this::open);
    }

    /** The incidents of late that stood for this alert, their own or one of many. */
    List<Incident> resolved(RoutedAlert routed) {
        var storms = routed.storms().stream()
                .flatMap(id -> resolved.getOrDefault(id, List.of()).stream())
                .filter(storm -> collected.holds(storm, routed));
        var own = resolved.getOrDefault(routed.id(), List.of());
        return Stream.concat(own.stream(), storms).toList();
    }

    /** Those of them that had collected it when they were resolved. */
    Set<UUID> collectedBy(RoutedAlert routed) {
        return resolved(routed).stream()
                .filter(incident -> collected.holds(incident, routed))
                .map(Incident::id)
                .collect(Collectors.toSet());
    }

    /** The open incident, if any, that has collected this alert although it is another's by its key. */
    Optional<Incident> stormHolding(RoutedAlert routed) {
        return routed.storms().stream()
                .flatMap(id -> open(id).stream())
                .filter(storm -> collected.holds(storm, routed))
                .findFirst();
    }

    /**
     * What stands for this alert, where it opens no incident of its own: too many came. A flood goes on until {@link EndFloods} ends
     * it, however few alerts come meanwhile.
     */
    Optional<Flooding> flooding(RoutedAlert routed, IntakeSettings settings) {
        var integration = routed.integration();
        var flood = Optional.ofNullable(floods.get(integration.id()));
        boolean isOfQuota = flood.filter(Flood::ofQuota).isPresent();
        var own = integration
                .quota()
                .filter(quota -> quota.hard().isPresent())
                .filter(quota -> isOfQuota || quotas.isUsedUp(integration.id(), quota));
        if (own.isPresent()) return own.map(quota -> Flooding.of(integration, quota));
        if (flood.isPresent() || openedLately.getOrDefault(integration.id(), 0) >= settings.floodThreshold())
            return Optional.of(Flooding.of(integration, settings.floodThreshold()));
        return routed.hardQuotaOfTeam()
                .filter(quota -> floods.containsKey(routed.service().id())
                        || quotas.isUsedUp(routed.team().id(), quota))
                .map(quota -> Flooding.ofTeam(routed, quota));
    }

    /** A storm incident collects what comes; true when its flood begins with this. */
    boolean flood(Flooding flooding, Incident storm) {
        var flood = flooding.in(storm.id());
        var before = floods.put(flood.integrationId(), flood);
        if (!flood.equals(before)) newFloods.put(flood.integrationId(), flood);
        return before == null;
    }

    /** How many of these alerts will open an incident of their own, as it looks from here. */
    int expectedToOpen(Collection<RoutedAlert> alerts, IntakeSettings settings) {
        return (int) alerts.stream()
                .filter(routed -> routed.alert().isFiring())
                .filter(routed -> flooding(routed, settings).isEmpty())
                .map(RoutedAlert::id)
                .distinct()
                .filter(id -> !open.containsKey(id))
                .count();
    }

    void opened(RoutedAlert routed, DedupId id, Incident incident) {
        open.put(id, incident);
        openedLately.merge(routed.integration().id(), 1, Integer::sum);
        quotas.opened(routed);
    }

    void changed(DedupId id, Incident incident) {
        if (incident.isOpen()) open.put(id, incident);
        else open.remove(id);
    }

    CollectedAlerts collected() {
        return collected;
    }

    Quotas quotas() {
        return quotas;
    }

    /** Writes what it has noted besides the incidents themselves. */
    void write(IncidentStores stores, Instant now) {
        collected.write(stores.collected(), now);
        newFloods.values().forEach(stores.floods()::save);
    }
}
