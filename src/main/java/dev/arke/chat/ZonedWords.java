package dev.arke.chat;

import dev.arke.calendar.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for plain words that many read: in one zone, which is named. */
public final class ZonedWords {
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private ZonedWords() {}

    static String at(Instant instant, ZoneId zone) {
        return DAY_AND_CLOCK.format(instant.atZone(zone));
    }

    /** "from Mon 8 Mar 2027 09:00 to Mon 15 Mar 2027 09:00 (Europe/Paris)". */
    static String fromTo(Interval interval, ZoneId zone) {
        return "from " + at(interval.start(), zone) + " to " + at(interval.end(), zone) + " (" + zone.getId() + ")";
    }

    /** "Mon 8 Mar 09:00 to Mon 15 Mar 09:00", for menus that tell the zone beside them and reach some weeks ahead. */
    public static String briefly(Interval interval, ZoneId zone) {
        var start = interval.start().atZone(zone);
        var end = interval.end().atZone(zone);
        var isOneDay = start.toLocalDate().equals(end.toLocalDate());
        return BRIEF.format(start) + " to " + (isOneDay ? CLOCK : BRIEF).format(end);
    }
}
