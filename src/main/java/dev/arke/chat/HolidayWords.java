package dev.arke.chat;

import dev.arke.calendar.PersonShift;
import dev.arke.calendar.Role;
import dev.arke.responder.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which of somebody's duties fall on a public holiday of theirs. */
public final class HolidayWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final int MOST = 5;

    private HolidayWords() {}

    /** A sentence, if any do; {@code zone}: the person's own. */
    public static Optional<String> of(Region region, List<PersonShift> shifts, ZoneId zone) {
        var days = new TreeMap<LocalDate, String>();
        for (var shift : shifts)
            if (shift.role() instanceof Role.Duty)
                days.putAll(region.holidays(
                        shift.interval().start().atZone(zone).toLocalDate(),
                        shift.interval().end().minusNanos(1).atZone(zone).toLocalDate()));
        if (days.isEmpty()) return Optional.empty();
        return Optional.of(days.entrySet().stream()
                .limit(MOST)
                .map(day -> DAY.format(day.getKey()) + " (" + day.getValue() + ")")
                .collect(Collectors.joining(", ", "Public holidays in these shifts: ", ".")));
    }
}
