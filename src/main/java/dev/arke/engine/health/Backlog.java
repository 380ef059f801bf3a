package dev.arke.engine.health;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What waits in the database, of all nodes together: by lane of the outbox since when its oldest message is due, open
 * incidents by state, and how many pages and escalations are late.
 */
record Backlog(
        Map<Integer, Instant> oldestDueByLane, Map<String, Integer> openIncidents, int latePages, int lateEscalations) {
    static final Backlog EMPTY = new Backlog(Map.of(), Map.of(), 0, 0);

    Optional<Instant> oldestDue(int lane) {
        return Optional.ofNullable(oldestDueByLane.get(lane));
    }
}
