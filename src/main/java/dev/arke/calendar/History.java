package dev.arke.calendar;

import dev.arke.responder.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the people of a roster had of one duty of their team, whoever planned it. {@code ever}: from the start of a
 * person's first shift to the end of their last, of those that are over; {@code recent}: the shifts that end after
 * {@link #REMEMBERED} before now, without what the rotation itself has planned to come; {@code holidays}: whose are kept
 * where, of those of whom that is known.
 */
public record History(Map<UUID, Interval> ever, List<Shift> recent, Map<UUID, Region> holidays) {
    /** How far back hours count. */
    public static final Duration REMEMBERED = Duration.ofDays(84);

    public static final History NONE = new History(Map.of(), List.of(), Map.of());

    public History {
        ever = Map.copyOf(ever);
        recent = List.copyOf(recent);
        holidays = Map.copyOf(holidays);
    }

    /** Out of all shifts of the duty. */
    public static History of(Collection<Shift> shifts, UUID rotationId, Instant now) {
        var ever = new HashMap<UUID, Interval>();
        for (var shift : shifts)
            if (shift.responder().isPresent() && !shift.interval().end().isAfter(now))
                ever.merge(shift.responder().get(), shift.interval(), Interval::spanning);
        return new History(
                ever,
                shifts.stream()
                        .filter(shift -> !isComing(shift, rotationId, now))
                        .filter(shift -> shift.interval().end().isAfter(now.minus(REMEMBERED)))
                        .toList(),
                Map.of());
    }

    private static boolean isComing(Shift shift, UUID rotationId, Instant now) {
        return shift.provenance() instanceof Provenance.Planned planned
                && planned.rotationId().equals(rotationId)
                && shift.interval().end().isAfter(now);
    }
}
