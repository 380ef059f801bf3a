package dev.arke.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A duty of somebody who is to be away. {@code stays}: the filling leaves it to them, because a person made it or it begins
 * too soon, so somebody has to be found; the rest it gives to others.
 */
public record AbsenceConflict(Shift shift, boolean stays) {
    /** Among what somebody has in that time, in order of time. */
    public static List<AbsenceConflict> of(Collection<Shift> present, Instant now) {
        return present.stream()
                .filter(shift -> shift.role() instanceof Role.Duty)
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .map(shift -> new AbsenceConflict(
                        shift,
                        shift.provenance() instanceof Provenance.Edited
                                || shift.interval().start().isBefore(now.plus(Fill.PROMISED))))
                .toList();
    }
}
