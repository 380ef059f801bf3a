package dev.arke.incident;

import java.time.Instant;
import java.util.UUID;

/** One line of a timeline; {@code actor} is the word of who did it. Ids grow with time. */
public record TimelineEntry(UUID id, UUID incidentId, Instant at, String actor, IncidentEvent event) {}
