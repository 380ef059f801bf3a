package dev.arke.incident;

import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a timeline; {@code actor} is who did it, as {@link Owner} keeps it, {@code via} the chat in which they did. Ids grow with
 * time.
 */
public record TimelineEntry(
        UUID id, UUID incidentId, Instant at, String actor, Optional<ContactKind> via, IncidentEvent event) {
    /** Not in a chat. */
    public TimelineEntry(UUID id, UUID incidentId, Instant at, String actor, IncidentEvent event) {
        this(id, incidentId, at, actor, Optional.empty(), event);
    }
}
