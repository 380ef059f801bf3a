package dev.arke.incident;

import dev.arke.alert.Link;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An alert behind a grouped or storm incident, with what it said when it began the last time. */
public record CollectedAlert(
        UUID incidentId,
        String dedupKey,
        String summary,
        String details,
        Map<String, String> labels,
        List<Link> links,
        Instant beganAt) {
    public CollectedAlert {
        labels = new TreeMap<>(labels);
        links = List.copyOf(links);
    }
}
