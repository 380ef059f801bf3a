package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.card.Phrases;
import dev.arke.card.Reader;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for plain words that many read: in one zone, which is named. */
public final class ZonedWords {
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private ZonedWords() {}

    private static String at(Instant instant, Reader reader) {
        return DAY_AND_CLOCK.withLocale(reader.language()).format(instant.atZone(reader.zone()));
    }

    /** "from Mon 8 Mar 2027 09:00 to Mon 15 Mar 2027 09:00 (Europe/Paris)": the zone of the reader. */
    static String fromTo(Interval interval, Phrases say) {
        var reader = say.reader();
        return say.say(
                "between.zone",
                at(interval.start(), reader),
                at(interval.end(), reader),
                reader.zone().getId());
    }

    /** "Mon 8 Mar 09:00 to Mon 15 Mar 09:00", for menus that tell the zone beside them and reach some weeks ahead. */
    public static String briefly(Interval interval, Phrases forms) {
        var reader = forms.reader();
        var zone = reader.zone();
        var start = interval.start().atZone(zone);
        var end = interval.end().atZone(zone);
        var isOneDay = start.toLocalDate().equals(end.toLocalDate());
        var brief = BRIEF.withLocale(reader.language());
        return forms.say("brief", brief.format(start), (isOneDay ? CLOCK : brief).format(end));
    }
}
