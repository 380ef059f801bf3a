package dev.arke.calendar;

import dev.arke.responder.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Public holidays as time: from midnight to midnight by the wall clock of a zone. */
final class FreeDays {
    private FreeDays() {}

    /** What of the interval is a holiday there, by day, in order. */
    static Map<LocalDate, Interval> within(Region region, Interval interval, ZoneId zone) {
        var first = interval.start().atZone(zone).toLocalDate();
        var last = interval.end().atZone(zone).toLocalDate();
        var found = new LinkedHashMap<LocalDate, Interval>();
        region.holidays(first, last).forEach((day, ignored) -> {
            var whole = new Interval(
                    LocalTimes.resolve(day.atStartOfDay(), zone),
                    LocalTimes.resolve(day.plusDays(1).atStartOfDay(), zone));
            whole.common(interval).ifPresent(time -> found.put(day, time));
        });
        return found;
    }
}
