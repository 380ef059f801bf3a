package dev.arke.engine.incident;

import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentStore.DedupId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which open incidents alerts belong to because somebody merged what they had opened. */
final class MergedAlerts {
    /** What was merged further than this opens an incident of its own again. */
    private static final int MOST_MERGES = 10;

    private MergedAlerts() {}

    /**
     * From each alert to the key of the open incident that its latest one became a part of, over several merges too.
     * Locks these incidents and adds them to those that are {@code open}. Without a merge it reads nothing.
     */
    static Map<DedupId, DedupId> follow(
            Map<DedupId, List<Incident>> over, Map<DedupId, Incident> open, IncidentStore incidents) {
        var into = new HashMap<DedupId, UUID>();
        over.forEach((alert, its) -> target(its.getLast()).ifPresent(target -> into.put(alert, target)));
        var found = new HashMap<DedupId, DedupId>();
        for (int merges = 0; merges < MOST_MERGES && !into.isEmpty(); merges++) {
            var targets = incidents.lock(into.values()).stream()
                    .collect(Collectors.toMap(incident -> incident.facts().id(), Function.identity()));
            for (var alert : List.copyOf(into.keySet())) {
                var incident = Optional.ofNullable(targets.get(into.remove(alert)));
                incident.filter(Incident::isOpen).ifPresent(target -> {
                    found.put(alert, IntakeBatch.idOf(target));
                    open.putIfAbsent(IntakeBatch.idOf(target), target);
                });
                incident.flatMap(MergedAlerts::target).ifPresent(target -> into.put(alert, target));
            }
        }
        return found;
    }

    private static Optional<UUID> target(Incident incident) {
        return incident instanceof Incident.Resolved over ? over.mergedInto() : Optional.empty();
    }
}
