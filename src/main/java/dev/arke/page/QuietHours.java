package dev.arke.page;

import dev.arke.alert.Priority;
import dev.arke.calendar.LocalTimes;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Each day's hours, [from, to) in the person's zone and over midnight where {@code to} is the earlier one, in which pages of
 * low and medium priority wait. Pure.
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) throw new IllegalArgumentException("a whole day is not quiet hours");
    }

    /** Whether pages of this priority wait for their end. */
    public static boolean holdBack(Priority priority) {
        return switch (priority) {
            case LOW, MEDIUM -> true;
            case HIGH, URGENT -> false;
        };
    }

    /** {@code at}, or when the quiet hours it falls in are over. */
    public Instant over(Instant at, ZoneId zone) {
        var local = at.atZone(zone).toLocalDateTime();
        var time = local.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean isIn =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!isIn) return at;
        boolean endsTomorrow = overMidnight && !time.isBefore(from);
        var end = LocalTimes.resolve(
                (endsTomorrow ? local.toLocalDate().plusDays(1) : local.toLocalDate()).atTime(to), zone);
        // When clocks go back, the hour that comes a second time is after the end.
        return end.isAfter(at) ? end : at;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
