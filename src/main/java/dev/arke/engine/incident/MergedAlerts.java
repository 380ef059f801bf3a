package dev.arke.engine.incident;

import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentStore.DedupId;
import dev.arke.incident.Intake;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which incidents alerts belong to because somebody merged what they had opened. {@code open}: from each alert to the key of the
 * one that its latest became a part of, over several merges too. {@code closedByHand}: alerts for which that one is over, by the
 * word of somebody and not of a monitor.
 */
record MergedAlerts(Map<DedupId, DedupId> open, Set<DedupId> closedByHand) {
    /** What was merged further than this opens an incident of its own again. */
    private static final int MOST_MERGES = 10;

    /** Locks what others became a part of, and adds what is open of it to {@code open}. Without a merge it reads nothing. */
    static MergedAlerts follow(
            Map<DedupId, List<Incident>> over, Map<DedupId, Incident> open, IncidentStore incidents) {
        var into = new HashMap<DedupId, UUID>();
        over.forEach((alert, its) -> target(its.getLast()).ifPresent(target -> into.put(alert, target)));
        var found = new HashMap<DedupId, DedupId>();
        var closedByHand = new HashSet<DedupId>();
        for (int merges = 0; merges < MOST_MERGES && !into.isEmpty(); merges++) {
            var targets = incidents.lock(into.values()).stream()
                    .collect(Collectors.toMap(incident -> incident.facts().id(), Function.identity()));
            for (var alert : List.copyOf(into.keySet())) {
                var incident = Optional.ofNullable(targets.get(into.remove(alert)));
                incident.filter(Incident::isOpen).ifPresent(target -> {
                    found.put(alert, IntakeBatch.idOf(target));
                    open.putIfAbsent(IntakeBatch.idOf(target), target);
                });
                var further = incident.flatMap(MergedAlerts::target);
                further.ifPresent(target -> into.put(alert, target));
                if (further.isEmpty()
                        && incident.filter(Intake::isResolvedByHand).isPresent()) closedByHand.add(alert);
            }
        }
        return new MergedAlerts(found, closedByHand);
    }

    private static Optional<UUID> target(Incident incident) {
        return incident instanceof Incident.Resolved over ? over.mergedInto() : Optional.empty();
    }
}
