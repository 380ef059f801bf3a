package dev.arke.engine.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Told after a commit when incidents are due next, for precise wake-ups. May lose any of it: the sweep finds the rows. */
public interface EscalationHints {
    void due(Map<UUID, Instant> incidents);
}
