package dev.arke.engine.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Told after a commit when incidents are due next, for precise wake-ups. May lose any of it: the sweep finds the rows. */
public interface EscalationHints {
    void due(Map<UUID, Instant> incidents);

    /** How long after they were due incidents were escalated, in one batch. */
    default void escalated(Collection<Duration> lateness) {}
}
