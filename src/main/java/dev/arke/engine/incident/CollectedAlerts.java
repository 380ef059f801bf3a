package dev.arke.engine.incident;

import dev.arke.incident.CollectedAlert;
import dev.arke.incident.CollectedAlertStore;
import dev.arke.incident.CollectedAlertStore.Place;
import dev.arke.incident.Incident;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The alerts of a batch behind the incidents that collect them: who fires there, kept up as the batch goes. */
final class CollectedAlerts {
    private final Map<Place, Boolean> firing;
    private final Map<UUID, Integer> counts;
    private final Set<Place> known;
    private final Map<Place, CollectedAlert> begun = new LinkedHashMap<>();
    private final Set<Place> ended = new LinkedHashSet<>();

    private CollectedAlerts(Map<Place, Boolean> firing, Map<UUID, Integer> counts) {
        this.firing = new HashMap<>(firing);
        this.counts = new HashMap<>(counts);
        this.known = Set.copyOf(firing.keySet());
    }

    /** {@code counted}: the incidents of which some alert of the batch ends, and so perhaps the last. */
    static CollectedAlerts read(Collection<Place> places, Collection<UUID> counted, CollectedAlertStore store) {
        return new CollectedAlerts(store.firing(places), store.countFiring(counted));
    }

    boolean holds(Incident incident, RoutedAlert routed) {
        return firing.getOrDefault(place(incident, routed), false);
    }

    /** An alert fires behind an incident. */
    void begin(Incident incident, RoutedAlert routed, Instant now) {
        if (holds(incident, routed)) return;
        var place = place(incident, routed);
        var alert = routed.alert();
        firing.put(place, true);
        counts.merge(incident.id(), 1, Integer::sum);
        begun.put(
                place,
                new CollectedAlert(
                        incident.id(),
                        alert.dedupKey(),
                        alert.summary(),
                        alert.details(),
                        alert.labels(),
                        alert.links(),
                        now));
        ended.remove(place);
    }

    /** An alert is over behind an incident; true when none fires there any more. */
    boolean end(Incident incident, RoutedAlert routed) {
        if (holds(incident, routed)) {
            var place = place(incident, routed);
            firing.put(place, false);
            counts.merge(incident.id(), -1, Integer::sum);
            ended.add(place);
        }
        return counts.getOrDefault(incident.id(), 0) <= 0;
    }

    void write(CollectedAlertStore store, Instant now) {
        store.insert(begun.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        store.beginAgain(begun.entrySet().stream()
                .filter(entry -> known.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        store.end(ended, now);
    }

    private static Place place(Incident incident, RoutedAlert routed) {
        return new Place(incident.id(), routed.alert().dedupKey());
    }
}
