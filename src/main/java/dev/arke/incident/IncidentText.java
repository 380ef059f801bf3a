package dev.arke.incident;

import dev.arke.alert.Link;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The long words of an incident: what its last alert said. {@code payload} is the last body as it came, cut. */
public record IncidentText(
        UUID incidentId, String details, Map<String, String> labels, List<Link> links, String payload) {
    /** The label of who opened an incident by hand. */
    public static final String PAGED_BY = "paged_by";

    public IncidentText {
        labels = new TreeMap<>(labels);
        links = List.copyOf(links);
        // PostgreSQL's text takes no NUL.
        payload = payload.replace('\0', '\uFFFD');
    }
}
