package dev.arke.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** From a zone's wall clock to instants. */
public final class LocalTimes {
    private LocalTimes() {}

    /**
     * The instant at which a clock of this zone shows this time: the earlier one where it shows it twice, the first
     * instant after the gap where it never does. Later local times never give earlier instants.
     */
    public static Instant resolve(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var transition = rules.getTransition(local);
        if (transition != null && transition.isGap()) return transition.getInstant();
        return local.toInstant(rules.getOffset(local));
    }
}
